import type { Feedback } from "../../domain/feedback.ts";
import { filterKeys } from "../../domain/sets/filters.ts";

/** Columns of a table of questions, as `npm run bench -- questions` reads them. */
export const questionColumns = [
	...["id", "language", "corpus", "question", "expect", "files", "words", "command"],
] as const;

/** Why a vote is no test question: it does not say what is right, a table cannot hold it, or readers disagree. */
export const leftOutFor = ["unsaid", "narrowed", "disputed"] as const;
export type LeftOut = Record<(typeof leftOutFor)[number], number>;

/** `other`: anything but what stood first. */
type Expected = { expect: "answer" | "nothing" | "other"; files: string; words: string };

/**
 * What readers said as rows of such a table, without its heading, each question once and each cell in its
 * column; `corpus`: the name that the table knows it by.
 */
export function testQuestions(
	votes: readonly Feedback[],
	corpus: string,
): { rows: string[][]; leftOut: LeftOut } {
	const leftOut: LeftOut = { unsaid: 0, narrowed: 0, disputed: 0 };
	const asked = new Map<string, { vote: Feedback; expected: Expected }[]>();
	for (const vote of votes) {
		const { request } = vote;
		const expected = expectedOf(vote);
		const isNarrowed = filterKeys.some((key) => request[key]) || (request.offset ?? 0) > 0;
		if (isNarrowed) leftOut.narrowed++;
		else if (!expected) leftOut.unsaid++;
		else {
			const key = JSON.stringify([request.command, request.language, cell(request.text)]);
			asked.set(key, [...(asked.get(key) ?? []), { vote, expected }]);
		}
	}
	const rows: string[][] = [];
	for (const said of asked.values()) {
		const [first] = said;
		if (!first) continue;
		if (new Set(said.map(({ expected }) => JSON.stringify(expected))).size > 1) {
			leftOut.disputed += said.length;
			continue;
		}
		const { view, request } = first.vote;
		const { expect, files, words } = first.expected;
		const cells = [view, request.language ?? "", corpus, request.text, expect, files, words];
		rows.push([...cells, request.command].map(cell));
	}
	return { rows, leftOut };
}

/** What has to come of the question by this vote; null where it does not say. */
function expectedOf({ vote, reason, answered, first }: Feedback): Expected | null {
	const none = { files: "", words: "" };
	const place = first ? { files: first.file, words: first.words } : null;
	if (vote === "right") {
		if (!answered) return { expect: "nothing", ...none };
		return place && { expect: "answer", ...place };
	}
	if (reason === "unsaid") return { expect: "nothing", ...none };
	if (reason === "missed" && !answered) return { expect: "answer", ...none };
	// Who said it and when are not told by what stands first.
	return reason === "off_topic" && answered && place ? { expect: "other", ...place } : null;
}

/** Without what would end a cell or a row, or part it into alternatives. */
function cell(text: string): string {
	return text.replace(/\s+/g, " ").replaceAll("||", "| |").trim();
}
