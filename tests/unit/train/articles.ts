import { spansOf } from "../../../src/attribution/sequence/labels.ts";
import { type AnnotatedArticle, readAnnotated } from "../../../tools/annotated/read.ts";
import type { Example } from "../../../tools/train/sequences.ts";

/** An annotated article of these marked paragraphs and rows of its table. */
export function annotated(
	paragraphs: readonly string[],
	rows: readonly string[] = [],
): AnnotatedArticle {
	const { article, problems } = readAnnotated(
		`language: en\n===\n${paragraphs.join("\n")}\n===\n${rows.join("\n")}`,
	);
	if (problems.length > 0) throw new Error(problems.map((p) => p.message).join("; "));
	return article;
}

/** The spans of an example as `kind: words`. */
export const told = ({ tokens, labels }: Pick<Example, "tokens" | "labels">): string[] =>
	spansOf(labels).map(({ kind, from, to }) => {
		const words = tokens.slice(from, to).map((t) => t.text);
		return `${kind}: ${words.join(" ")}`;
	});
