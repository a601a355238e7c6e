import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../src/answers/answerer.ts";
import type { Answer } from "../../src/domain/answer.ts";
import { closeDesks, shippedApp } from "../desk.ts";

let answerer: Answerer;
beforeAll(async () => {
	({ answerer } = await shippedApp());
});
afterAll(closeDesks);

const ask = (text: string): Promise<Answer> => answerer.answer({ command: "ask", text });

/** The article and line of each item: `putin-in-china-2024-05:3`. */
function places({ items }: Answer): string[] {
	return items.map((item) =>
		item.kind === "source" ? "" : `${item.citation.article}:${item.citation.line}`,
	);
}

/** Names that nobody in the corpus has; those that sound like one of its names are another matter. */
const given = [
	"Oluwaseun",
	"Marguerite",
	"Thorvald",
	"Ximena",
	"Kazimierz",
	"Bronagh",
	"Ulrike",
	"Esteban",
	"Fiorella",
	"Grzegorz",
];
const family = [
	"Adeyemi",
	"Fontaine",
	"Haugland",
	"Quispe",
	"Zawadzki",
	"Gallagher",
	"Schwarz",
	"Echeverria",
	"Mazzanti",
	"Hrabowski",
];

describe("the everyday questions on the shipped corpus", () => {
	const table = readFileSync(new URL("../../bench/answers/questions.tsv", import.meta.url), "utf8");
	const rows = table.split("\n").filter((line) => line && !line.startsWith("#"));
	const articles: Record<string, string> = {
		g: "geospatial-support-2024-04-06",
		p: "putin-in-china-2024-05",
		u: "us-intelligence-report-2023-07-28",
		w: "wang-yi-in-moscow-2023-02-22",
		x: "washington-concern-2022-12-31",
	};

	it("are right, by the first item or the refusal, as often as was measured", async () => {
		const wrong: string[] = [];
		for (const row of rows) {
			const [, wanted = "", text = ""] = row.split("\t");
			const answer = await ask(text);
			const right = wanted.split(",").map((place) => {
				const [of = "", line] = place.split(":");
				return `${articles[of]}:${line}`;
			});
			const good =
				wanted === "-"
					? !answer.answered
					: answer.answered && right.includes(places(answer)[0] ?? "");
			if (!good) wrong.push(text);
		}
		expect(rows.length).toBeGreaterThan(100);
		expect(wrong.length / rows.length, wrong.join("\n")).toBeLessThanOrEqual(0.2);
	});
});

describe("what somebody says who is asked for by his name", () => {
	it.each([
		["What did Slovakia say about the visit?", false, /^Slovakia is not quoted/],
		["ماذا قالت كوريا الشمالية عن القذائف؟", false, /لا تنقل المقالات أي قول عن كوريا الشمالية/],
		["What did Blenker say about weapons?", false, /^Nobody called Blenker/],
		["What did Hills say about weapons?", false, /^Nobody called Hills/],
		["What did Xi and Putin say?", true, /./],
		["What did Moscow say about China?", true, /./],
		["What did senior US officials say?", true, /officials/],
	])("%s", async (text, answered, told) => {
		const answer = await ask(text);
		expect([answer.answered, answer.verdict?.text]).toEqual([
			answered,
			expect.stringMatching(told),
		]);
	});
});

describe("what nobody says", () => {
	it("answers for none of a hundred names that occur nowhere", async () => {
		const answered: string[] = [];
		for (const first of given)
			for (const last of family)
				if ((await ask(`What did ${first} ${last} say?`)).answered)
					answered.push(`${first} ${last}`);
		expect(answered).toEqual([]);
	});

	it("says so first, names what is nowhere and what is covered", async () => {
		const { verdict, answered } = await ask("How many bicycles were sold in Norway?");
		expect(answered).toBe(false);
		expect(verdict?.kind).toBe("not_in_corpus");
		expect(verdict?.text).toMatch(/^The articles do not say\. .*bicycles.*5 articles/);
	});
});

describe("the verdict", () => {
	it.each([
		["How much was the trade between Russia and China in 2022?", "figure", /190/],
		["كم بلغت التجارة بين روسيا والصين عام 2022؟", "figure", /190/],
		["What did China deny?", "contested", /denied.* by China/],
		["ماذا نفت الصين؟", "contested", /النفي.*الصين/],
		["What did Yellen say?", "stated", /Janet Yellen/],
	])("%s", async (text, kind, said) => {
		const { verdict } = await ask(text);
		expect(verdict).toMatchObject({ kind, text: expect.stringMatching(said) });
	});

	it("says for claims who says it and who denies it", async () => {
		const answer = await answerer.answer({ command: "claims", text: "china drones" });
		expect(answer.verdict?.text).toMatch(/Politico.*United States.*denied in part by China/);
		expect(answer.items).toHaveLength(3);
	});

	it.each(["hello", "thanks", "مرحبا", "what can you do?", "ما الذي تستطيع فعله؟", "👍"])(
		"answers %s in a line, and looks for nothing",
		async (text) => {
			const answer = await ask(text);
			expect(answer).toMatchObject({ answered: false, items: [], verdict: { kind: "none" } });
			expect(answer.verdict?.text).not.toBe("");
		},
	);

	it.each([
		["summarise what the US warned its allies about", "geospatial-support-2024-04-06:1"],
		["لخص ما قاله المتحدث باسم الخارجية الأميركية عن حياد بكين", "washington-concern-2022-12-31:5"],
		["مين أصدر مذكرة اعتقال بوتين؟", "putin-in-china-2024-05:8"],
	])("sets aside what only asks: %s", async (text, place) => {
		const answer = await ask(text);
		expect(answer.answered).toBe(true);
		expect(places(answer)[0]).toBe(place);
	});
});

describe("a name", () => {
	const speakers = async (by: string) => {
		const { items } = await answerer.answer({ command: "claims", text: "", by, limit: 50 });
		return new Set(
			items.flatMap((item) => (item.kind === "claim" ? [item.claim.speaker.label?.en] : [])),
		);
	};

	it("is not another that sounds like it", async () => {
		const [biden, putin] = [await speakers("Biden"), await speakers("Putin")];
		expect([...putin].some((name) => name?.includes("Putin"))).toBe(true);
		expect([...biden].some((name) => name?.includes("Putin"))).toBe(false);
		expect([...putin].some((name) => name?.includes("Biden"))).toBe(false);
	});
});
