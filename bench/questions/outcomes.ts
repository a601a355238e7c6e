import type { App } from "../../src/app/serving/app.ts";
import { type Answer, type AnswerItem, Command } from "../../src/domain/answer.ts";
import { fold } from "../../src/language/text/normalise.ts";
import { tokens } from "../../src/language/text/tokens.ts";

/** A row of the table. */
export type Asked = {
	id: string;
	language: string;
	corpus: string;
	question: string;
	/** `other`: anything but what the row names may stand first. */
	expect: (typeof expects)[number];
	files: string[];
	/** Folded; one of them is enough. */
	words: string[];
	/** By which it is asked. */
	command: Command;
};

/** What can become of a question, as the report heads it. */
export const outcomes = {
	right: "right",
	wrong: "wrong first item",
	refused: "falsely refused",
	answered: "falsely answered",
	talk: "talk misread",
} as const;

/** `first`: what stood first, in one line. */
export type Verdict = { asked: Asked; outcome: keyof typeof outcomes; first: string };

const expects = ["answer", "nothing", "talk", "other"] as const;
const alternatives = (cell: string) => cell.split("||").flatMap((each) => each.trim() || []);
/** What the words of the table are compared as. */
export const plain = (text: string) =>
	tokens(fold(text))
		.map((token) => token.text)
		.join(" ");

/** The rows below the heading. Throws for a row whose expectation is none. */
export function askedIn(table: string): Asked[] {
	const [, ...rows] = table.split(/\r?\n/).filter((line) => line.trim());
	return rows.map((row) => {
		const cells = row.split("\t");
		const [id = "", language = "", corpus = "", question = "", expected = "", files = ""] = cells;
		const expect = expects.find((one) => one === expected.trim());
		if (!expect) throw new Error(`Row ${id} expects ${expected}: write ${expects.join(", ")}.`);
		const command = Command.parse(cells[7]?.trim() || "ask");
		const words = alternatives(cells[6] ?? "").map(plain);
		return { id, language, corpus, question, expect, files: alternatives(files), words, command };
	});
}

/** `lineOf`: a line of an article as it was published, where the corpus tells it in other words. */
export async function outcomeOf(
	asked: Asked,
	{ answerer }: App,
	lineOf: (file: string, line: number) => string,
): Promise<Verdict> {
	const request = { command: asked.command, text: asked.question };
	const { talk } = await answerer.read(asked.question);
	const answer = await answerer.answer(request);
	const [item] = answer.items;
	const first = `${answer.answered ? "answered" : "refused"}: ${
		item && item.kind !== "source"
			? `${item.citation.file}:${item.citation.line} ${item.quote.slice(0, 160)}`
			: (answer.verdict?.text ?? "")
	}`;
	const text = item && item.kind !== "source" ? textOf(item, answerer, lineOf) : "";
	return { asked, outcome: judged(asked, answer, Boolean(talk), text), first };
}

function judged(
	{ expect, files, words }: Asked,
	answer: Answer,
	talk: boolean,
	first: string,
): Verdict["outcome"] {
	if (talk !== (expect === "talk")) return "talk";
	if (expect === "talk") return "right";
	if (expect === "nothing") return answer.answered ? "answered" : "right";
	if (!answer.answered) return expect === "other" ? "right" : "refused";
	const [item] = answer.items;
	if (!item || item.kind === "source") return "wrong";
	const places = [item.citation, ...(item.alsoIn ?? [])];
	const there = files.length === 0 || places.some(({ file }) => files.includes(file));
	const named = there && (words.length === 0 || words.some((each) => first.includes(each)));
	return named === (expect === "other") ? "wrong" : "right";
}

/** The first item's own words, those of the passage that it stands in, and the line as it was published. */
function textOf(
	{ quote, citation }: Exclude<AnswerItem, { kind: "source" }>,
	answerer: App["answerer"],
	lineOf: (file: string, line: number) => string,
): string {
	const { article, passage, file, line } = citation;
	const of = answerer.articles().find(({ id }) => id === article);
	const whole = of?.passages.find(({ id }) => id === passage);
	const published = lineOf(file, line);
	return [quote, whole?.text ?? "", published].map(plain).join(" ");
}
