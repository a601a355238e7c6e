import { randomFrom } from "./corpus.ts";
import { mutated } from "./pages/mutations.ts";

/** A line for `batch`, and what was done to it. */
export type MutatedLine = { seed: number; done: string[]; line: string };

/** A longer line is answered with an error before anything reads it; some go beyond. */
const mostUnits = 110_000;

const questions = [
	"Who denied it?",
	"What did the minister say about the port?",
	"nurses strike pay",
	"earthquake casualties from 2023-02",
	"claims by:Yellen stance:denies",
	"before last Thursday and after 5 May 2024",
	"من نفى تزويد روسيا بالسلاح؟",
	"ماذا قال الوزير عن ميناء غزة يوم الاثنين؟",
	"زلزال تركيا ٢٠٢٣",
	"كم عدد القتلى بحسب رويترز",
	"12,500 tonnes or 3.5 per cent",
	"",
];
const commands = ["claims", "ask", "timeline", "search", "sources"];

/** Values that a field was not made for. */
const values: unknown[] = [
	...[null, true, -1, 0, 1e308, 1.5, Number.MAX_SAFE_INTEGER, "", " ", "0", "contested", "denies"],
	...["2023", "2023-02-31", "2023-13", "-1", "99999", "٢٠٢٣", "yesterday", "2024-01-01T00:00Z"],
	...["__proto__", "constructor", "\ud800", "\u0000", "\u202e", "../..", "a".repeat(5_000)],
	...[[], {}, [[]], { text: "x" }, Array(50).fill("x")],
];
/** Values that it was made for, which the rest of a line may still go against. */
const fitting: Record<string, unknown[]> = {
	command: commands,
	language: ["ar", "en"],
	from: ["2023", "2023-02", "2024-05-06", "2030"],
	to: ["2023", "2022-12", "2024-05-06", "1900"],
	by: ["Yellen", "وزير", "the union", "x".repeat(300)],
	outlet: ["Reuters", "رويترز", "nobody"],
	stance: ["denies", "contested", "warns"],
	limit: [1, 3, 20, 1_000],
	offset: [0, 1, 5, 10_000],
};
const fields = [
	...["id", "command", "text", "language", "from", "to", "by", "outlet", "stance", "limit"],
	...["offset", "__proto__", "extra"],
];

/** The same line for the same seed: some are changed as text, some in their question, some in their fields. */
export function mutatedLine(seed: number): MutatedLine {
	const random = randomFrom(Math.imul(seed + 1, 0x9e3779b1));
	for (let warm = 0; warm < 8; warm++) random();
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const request: [string, unknown][] = [
		["id", seed],
		["command", pick(commands)],
		["text", pick(questions)],
	];
	const done: string[] = [];
	if (random() < 0.6) {
		const change = mutated(String(request[2]?.[1]), random, mostUnits);
		request[2] = ["text", change.text];
		done.push(...change.done.map((name) => `text ${name}`));
	}
	for (let n = Math.floor(random() * 4); n > 0; n--) {
		const field = pick(fields);
		const isFitting = random() < 0.85;
		request.push([field, pick((isFitting && fitting[field]) || values)]);
		done.push(`field ${field}`);
	}
	// Written by hand: an object would hold each field once.
	const members = request.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
	let line = `{${members.join(",")}}`;
	if (random() < 0.2) {
		const change = mutated(line, random, mostUnits);
		line = change.text;
		done.push(...change.done.map((name) => `line ${name}`));
	}
	return { seed, done, line: line.replace(/[\r\n]/g, " ") };
}
