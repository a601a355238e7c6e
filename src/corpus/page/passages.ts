import type { Passage } from "../../domain/article.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { ClassifiedPage } from "./classify.ts";

/** Fewer words of body are a headline, a notice or a menu. */
const fewestWords = 12;
const mostPassages = 20_000;

/**
 * The passages of a page without their ids: `page[line - 1].slice(start, end) === text`.
 * Errors: `no_article` (only furniture, or too little text), `file_too_large`.
 */
export function passagesOf(
	{ lines, title, kinds }: ClassifiedPage,
	page: readonly string[],
	path: string,
): Omit<Passage, "id">[] {
	const out: Omit<Passage, "id">[] = [];
	let words = 0;
	for (const index of [...kinds.keys()].sort((a, b) => a - b)) {
		const line = lines[index];
		const kind = kinds.get(index);
		if (!line || !kind) continue;
		const { start, end } = title?.index === index ? title : line;
		out.push({
			kind,
			text: (page[line.at] ?? "").slice(start, end),
			source: { line: line.at + 1, start, end },
		});
		if (kind !== "title" && kind !== "subhead") words += line.words.length;
	}
	if (words < fewestWords)
		throw new IsnadError(
			"no_article",
			`${path} holds no article text, only a heading or page furniture: save the page with its text.`,
		);
	if (out.length > mostPassages)
		throw new IsnadError(
			"file_too_large",
			`${path} has ${out.length} paragraphs and the limit is ${mostPassages}: split it into one article a file.`,
		);
	return out;
}
