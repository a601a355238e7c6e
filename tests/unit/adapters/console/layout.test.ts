import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut } from "../../../../adapters/console/layout.ts";
import { columnsOf, wrap } from "../../../../adapters/console/wrap.ts";
import { answererOf, article, claim, event, say } from "../../answers/doubles.ts";

const wide = { width: 100, color: false };

function port() {
	const of = article(
		"port",
		["قالت رنا عودة إن الرصيف سيفتح", "نفت النقابة أن الرصيف سيفتح", "harbour quay opens"],
		{
			title: "الرصيف الجديد",
			outlet: "Harbour Gazette",
			url: "https://example.org/quay",
			published: { value: "2024-05", precision: "month", basis: "inferred" },
		},
	);
	const said = claim(of, 1, "الرصيف سيفتح", {
		speaker: { name: "رنا عودة", kind: "person", label: { ar: "رنا عودة", en: "Rana Odeh" } },
		act: "predicts",
		via: ["رويترز"],
		hedged: true,
		saidOn: { value: "2024-05-06", precision: "day", basis: "derived" },
	});
	const denied = claim(of, 2, "الرصيف سيفتح", {
		speaker: { name: "النقابة", kind: "organisation" },
		act: "denies",
	});
	of.contradictions.push({
		claims: [said.id, denied.id],
		kind: "denial",
		strength: "partial",
		why: { en: "The union denies the day only.", ar: "تنفي النقابة اليوم وحده." },
	});
	event(of, 3, "harbour quay opens", null);
	return of;
}

async function shown(
	text: string,
	language: "ar" | "en",
	screen = wide,
	command: "claims" | "timeline" = "claims",
) {
	const answer = await answererOf([port()]).answer({ command, text, language });
	return layOut(answer, say, screen);
}

describe("an answer on the console", () => {
	it("tells the article once, and under it who, act, relay, day, words and place", async () => {
		const lines = (await shown("الرصيف عودة", "en")).split("\n");
		expect(lines.slice(2, 8)).toEqual([
			"\u2068الرصيف الجديد\u2069 · Harbour Gazette · May 2024 (inferred)",
			"https://example.org/quay",
			"1. Rana Odeh predicted (hedged), via \u2068رويترز\u2069 · 6 May 2024 (derived) · denied in part (2) · l.\u00a01",
			"   \u2068«الرصيف سيفتح»\u2069",
			"2. \u2068النقابة\u2069 denied · answers 1 in part · l.\u00a02",
			"   \u2068«الرصيف سيفتح»\u2069",
		]);
		expect(lines.join("\n")).not.toMatch(/unknown|\.txt/);
	});

	it("speaks Arabic to who asks in Arabic, each line isolated", async () => {
		const text = await shown("الرصيف عودة", "ar");
		expect(text).toContain("منفي بعضه (2)");
		expect(text).toContain("رنا عودة: توقع (بتحفظ)");
		for (const line of text.split("\n").filter((each) => /\p{Script=Arabic}/u.test(each)))
			expect(line).toMatch(/\u2068.*\u2069$/u);
	});

	it("says of an event when it was, or that the day is unknown", async () => {
		expect(await shown("harbour quay", "en", wide, "timeline")).toContain(
			"Events whose day is not known\n1. “harbour quay opens” · l.\u00a03\n\n\u2068الرصيف الجديد\u2069 · Harbour Gazette",
		);
		expect(await shown("harbour quay", "ar", wide, "timeline")).toContain("أحداث يومها غير معروف");
	});

	it("opens and closes every isolate on its own line, at any width", async () => {
		for (const width of [10, 24, 40, 80, 200]) {
			for (const language of ["ar", "en"] as const) {
				const text = await shown("الرصيف عودة", language, { width, color: false });
				for (const line of text.split("\n")) {
					let open = 0;
					for (const ch of line) {
						if (ch === "\u2068") open++;
						if (ch === "\u2069") open--;
						expect(open).toBeGreaterThanOrEqual(0);
					}
					expect(open).toBe(0);
				}
			}
		}
	});

	it("loses no word at any width", async () => {
		const words = (text: string) =>
			text
				.replace(/[\u2068\u2069]/g, "")
				.split(/\s+/)
				.join(" ")
				.trim();
		const whole = words(await shown("الرصيف عودة", "en", { width: 500, color: false }));
		for (const width of [10, 30, 70]) {
			expect(words(await shown("الرصيف عودة", "en", { width, color: false }))).toBe(whole);
		}
	});

	it("colours only where it is told to, and resets every colour on its line", async () => {
		expect(await shown("الرصيف", "en")).not.toContain("\u001b");
		const coloured = await shown("الرصيف", "en", { width: 60, color: true });
		expect(coloured).toContain("\u001b[36m");
		for (const line of coloured.split("\n")) {
			const codes = line.match(/\u001b\[\d+m/g) ?? [];
			expect(codes.length % 2).toBe(0);
		}
	});

	it("prints no escape sequence that an article or a question holds", async () => {
		const of = article("evil", ["harbour \u001b[2Jwiped\u0007 clean"], {
			title: "\u001b]0;owned\u0007T",
		});
		const answer = await answererOf([of]).answer({ command: "ask", text: "harbour \u001b[31m" });
		expect(layOut(answer, say, wide)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
	});
});

describe("wrapping", () => {
	it("counts no column for vowel marks and two for wide characters", () => {
		expect(columnsOf("قَالَ")).toBe(3);
		expect(columnsOf("日本")).toBe(4);
	});

	it("keeps each line within the width, but for words that are longer, and every word", () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ unit: "grapheme" })),
				fc.integer({ min: 1, max: 80 }),
				(parts, width) => {
					const text = parts.join(" ").replace(/\s+/g, " ").trim();
					const lines = wrap(text, width);
					expect(lines.join(" ")).toBe(text);
					for (const line of lines)
						if (line.includes(" ")) expect(columnsOf(line)).toBeLessThanOrEqual(width);
				},
			),
		);
	});
});
