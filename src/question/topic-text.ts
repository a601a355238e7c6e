import type { NameWords } from "../identity/name-data.ts";
import type { Token } from "../language/text/tokens.ts";
import { isStopWord } from "../language/words/index-terms.ts";

/** The text with the words of reporting, light words and the dates taken out, or nothing where no content is left. */
export function topicText(
	text: string,
	words: readonly Token[],
	says: readonly { from: number; to: number }[],
	dates: readonly { start: number; end: number }[],
	data: NameWords,
): string {
	const cut = [
		...dates,
		...says.map(({ from, to }) => ({
			start: words[from]?.start ?? 0,
			end: words[to - 1]?.end ?? 0,
		})),
	];
	const kept = words.filter(
		(word) => !cut.some(({ start, end }) => word.start < end && word.end > start),
	);
	if (!kept.some((word) => !isStopWord(word.text, data.stopWords))) return "";
	let out = "";
	let at = 0;
	for (const { start, end } of cut.sort((a, b) => a.start - b.start)) {
		if (start < at) continue;
		out += text.slice(at, start);
		at = end;
	}
	return (out + text.slice(at)).replace(/ {2,}/g, " ").trim();
}
