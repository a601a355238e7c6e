import type { Passage } from "../../domain/article.ts";
import { IsnadError } from "../../domain/errors.ts";
import { placeIn } from "../../domain/passage-place.ts";
import { unwrap } from "../../language/text/unwrap.ts";
import type { ClassifiedPage } from "./classify.ts";
import { type Line, spanOf } from "./lines.ts";

/** Fewer words of body are a headline, a notice or a menu. */
const fewestWords = 12;
const mostPassages = 20_000;

/**
 * The passages of a page without their ids: `text` is what stands in the page from `start` of its first
 * line to `end` of its last, line ends included.
 * Errors: `no_article` (only furniture, or too little text), `file_too_large`.
 */
export function passagesOf(
	{ lines, title, kinds }: ClassifiedPage,
	path: string,
): Omit<Passage, "id">[] {
	const out: Omit<Passage, "id">[] = [];
	let words = 0;
	for (const index of [...kinds.keys()].sort((a, b) => a - b)) {
		const line = lines[index];
		const kind = kinds.get(index);
		if (!line || !kind) continue;
		out.push({ kind, ...placed(line, title?.index === index ? title : null) });
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

function placed(
	line: Line,
	part: { from: number; to: number } | null,
): Pick<Passage, "text" | "source"> {
	const whole: Pick<Passage, "text" | "source"> = {
		text: line.raw,
		source: spanOf(line),
	};
	if (!part || part.to - part.from === line.text.length) return whole;
	const { rawAt } = unwrap(line.raw);
	const [from, to] = [rawAt(part.from), rawAt(part.to)];
	return { text: line.raw.slice(from, to), source: placeIn(whole, from, to) };
}
