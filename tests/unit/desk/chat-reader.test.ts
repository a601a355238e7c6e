import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChatReader } from "../../../src/desk/chat-reader.ts";
import { anyCharacter } from "../../any-character.ts";
import { say } from "../answers/doubles.ts";

describe("chat lines", () => {
	const reader = new ChatReader(say);

	it.each([
		["/claims china drones", "claims", "china drones"],
		["/ادعاءات مسيرات صينية", "claims", "مسيرات صينية"],
		["/اسأل ماذا قالت؟", "ask", "ماذا قالت؟"],
		["/خط-زمني حرب", "timeline", "حرب"],
		["/خط_زمني حرب", "timeline", "حرب"],
		["/بحث عقوبات", "search", "عقوبات"],
		["/مصادر", "sources", ""],
		["/SEARCH Sanctions", "search", "Sanctions"],
		["claims china drones", "claims", "china drones"],
		["ادعاءات مسيرات صينية", "claims", "مسيرات صينية"],
		["digest subscribe drones at:07:30", "digest", "subscribe drones at:07:30"],
		["settings", "settings", ""],
		["more", "more", ""],
		["المزيد", "more", ""],
		["/exit", "quit", ""],
		["/مساعدة", "help", ""],
		["/ask", "ask", ""],
	])("%s is the command %s", (line, command, text) => {
		const read = reader.read(line);
		if (read.kind !== "command") throw new Error(`read as ${read.kind}`);
		expect([reader.command(read.name), read.text]).toEqual([command, text]);
	});

	it.each([
		["What did Yellen say?", "What did Yellen say?"],
		["claims about drones?", "claims about drones?"],
		["sources close to the ministry deny it", "sources close to the ministry deny it"],
		["بحث بوتين مع شي العقوبات", "بحث بوتين مع شي العقوبات"],
	])("%s is a question", (line, text) => {
		expect(reader.read(line)).toEqual({ kind: "question", request: { command: "ask", text } });
	});

	it("takes the filters out of a question, in both languages", () => {
		const text = 'drones by:"wang yi" outlet:reuters from:2023 to:٢٠٢٤-٠٥ stance:denied';
		expect(reader.question("claims", text)).toEqual({
			command: "claims",
			text: "drones",
			by: "wang yi",
			outlet: "reuters",
			from: "2023",
			to: "٢٠٢٤-٠٥",
			stance: "denies",
		});
		expect(reader.question("claims", "قائل:يلين موقف:نفي وسيلة:«بي بي سي»")).toEqual({
			command: "claims",
			text: "",
			by: "يلين",
			stance: "denies",
			outlet: "بي بي سي",
		});
	});

	it("takes filters as a command line has them too, also as a telephone writes their strokes", () => {
		const asked = { command: "claims", text: "drones", by: "wang yi", from: "2023" };
		for (const text of [
			'--by "wang yi" drones --from 2023',
			"drones —by “wang yi” –from=2023",
			"--قائل «wang yi» drones --from 2023",
		])
			expect(reader.question("claims", text), text).toEqual(asked);
		for (const text of ["drones -- by sea", "drones—by sea", "--purple haze", "a--by b"])
			expect(reader.question("claims", text)).toEqual({ command: "claims", text });
	});

	it("leaves alone what only looks like a filter", () => {
		expect(reader.read("at 10:30 he said: yes, see http://x.org")).toMatchObject({
			request: { text: "at 10:30 he said: yes, see http://x.org" },
		});
		expect(reader.read("stance:purple x")).toMatchObject({ request: { text: "stance:purple x" } });
	});

	it("knows no command by another name", () => {
		expect(reader.read("  ")).toEqual({ kind: "empty" });
		expect(reader.read("/frobnicate x")).toEqual({
			kind: "command",
			name: "frobnicate",
			text: "x",
		});
		expect(reader.command("frobnicate")).toBeNull();
	});

	it("reads any line without an error", () => {
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter }), (line) => {
				expect(reader.read(line).kind).toBeTypeOf("string");
			}),
		);
		expect(reader.question("claims", "by:".repeat(50_000)).command).toBe("claims");
	});
});
