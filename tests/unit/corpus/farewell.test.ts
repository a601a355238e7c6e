import { describe, expect, it } from "vitest";
import { classifyPage } from "../../../src/corpus/page/classify.ts";
import { rules } from "./rules.ts";

const head = ["Kilmore Ledger | Harbour", "Harbour council approves a new quay", "3 May 2024"];
const body = [
	"The harbour council approved a new quay on Wednesday, although fishermen had asked for more time to study the plan.",
	"Its chairman, Sam Reed, said that the quay would open before the summer and cost a third more than was planned.",
	"The fishermen's union said in a statement that two hundred families would lose their livelihood.",
];
const rights = "© 2024 Kilmore Ledger";

function lastOf(own: readonly string[]): string | undefined {
	const { lines } = classifyPage([...head, ...own, rights], rules);
	return lines.findLast(({ mark }) => mark === null)?.text;
}

describe("what stands below a text", () => {
	it.each([
		"You are receiving this because you signed up at our stall.",
		"Kilmore Ledger is printed every Friday above the bakery.",
		"إذا وصلتك هذه الرسالة خطأ يرجى حذفها.",
	])("is none of it where readers are spoken to: %s", (line) => {
		expect(lastOf([...body, line])).toBe(body.at(-1));
	});

	it.each([
		"“You can see for yourself,” the chairman said.",
		"Reed told Kilmore Ledger that he was sure.",
		"You will see that the quay costs fishermen their livelihood before the summer.",
	])("is its own where it tells of the same, or somebody speaks: %s", (line) => {
		expect(lastOf([...body, line])).toBe(line);
	});

	it("is a letter's own where it speaks to its readers all along", () => {
		const letter = "We will write to you again when your new cards are printed and posted.";
		const last = "Please check that the branch has your right home address.";
		expect(lastOf([...body, letter, last])).toBe(last);
	});
});

describe("a letter's subject", () => {
	it.each([
		["Subject: FW: Harbour council approves a new quay", "Harbour council approves a new quay"],
		["العنوان: مجلس الميناء يقر رصيفا جديدا", "مجلس الميناء يقر رصيفا جديدا"],
		["Quay: council approves the plan", "Quay: council approves the plan"],
	])("is read without its label: %s", (line, headline) => {
		const { lines, title } = classifyPage([line, "3 May 2024", ...body], rules);
		expect(lines[title?.index ?? 0]?.text.slice(title?.from, title?.to)).toBe(headline);
	});
});
