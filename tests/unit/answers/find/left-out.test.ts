import { describe, expect, it } from "vitest";
import { createAnswerer } from "../../../../src/answers/answerer.ts";
import type { AnswerItem } from "../../../../src/domain/answer.ts";
import type { Filters } from "../../../../src/domain/sets/filters.ts";
import { article, claim, names, reader, say, wordSearch } from "../doubles.ts";
import { realAnswerer } from "../real-answerer.ts";

const quotes = (items: readonly AnswerItem[]) =>
	items.map((item) => (item.kind === "source" ? item.article.id : item.quote));

const courier = "The harbour shut on Monday.";
const relayed =
	"Ada Holt told the Herald that the harbour would open. Omar Said said the harbour is safe.";
const herald = "The Herald says the harbour owes rent.";
const arabic = "قال عمر إن المرفأ harbour آمن.";

/** Printed by the Courier, with words of the Herald in it; one article of the Herald; one in Arabic. */
function corpus() {
	const of = article("of", [courier, relayed, herald], { outlet: "Courier" });
	claim(of, 2, "Ada Holt told the Herald that the harbour would open.", {
		...{ speaker: { name: "Ada Holt", kind: "person" }, via: ["Herald"] },
	});
	claim(of, 2, "Omar Said said the harbour is safe.", {
		speaker: { name: "Omar Said", kind: "person" },
	});
	claim(of, 3, herald, { speaker: { name: "Herald", kind: "outlet" } });
	const own = article("own", ["The harbour strike ends."], { outlet: "Herald" });
	return [of, own, article("ar", [arabic], { outlet: "Tribune", language: "ar" })];
}

async function found(filters: Filters, command: "search" | "ask" = "search") {
	const articles = corpus();
	const asked = createAnswerer({
		...{ articles, search: wordSearch(articles), reader: reader(), names, say },
	});
	return asked.answer({ command, text: "harbour", ...filters });
}

describe("what is left out", () => {
	it.each([
		["an outlet, as printer, as relay and as speaker", "Herald", [courier, relayed, arabic]],
		["a speaker", "Ada Holt", [courier, relayed, herald, "The harbour strike ends.", arabic]],
		["several", "Courier, Herald", [arabic]],
		["several, between Arabic commas", "Courier، Herald", [arabic]],
	])("%s", async (_, without, expected) => {
		expect(quotes((await found({ without })).items).sort()).toEqual([...expected].sort());
	});

	it("is not quoted where it stands beside what stays", async () => {
		const { items } = await found({ without: "Herald" }, "ask");
		expect(quotes(items).join(" ")).not.toContain("Ada Holt");
		expect(quotes(items)).toContain("Omar Said said the harbour is safe.");
	});

	it("is not quoted though the question asks for it", async () => {
		const said = [
			"Tova Holt said that the crews rest too little.",
			"The crews rest well, Omar Said said.",
		];
		const of = article("of", [said.join(" ")]);
		claim(of, 1, said[0] ?? "", { speaker: { name: "Tova Holt", kind: "person" } });
		claim(of, 1, said[1] ?? "", { speaker: { name: "Omar Said", kind: "person" } });
		const asked = await realAnswerer([of]);
		const text = "what did Tova Holt say about the crews?";
		const first = async (filters: Filters) =>
			(await asked.answer({ command: "ask", text, ...filters })).items[0];
		expect(await first({})).toMatchObject({ claim: { speaker: { name: "Tova Holt" } } });
		const left = await first({ without: "Tova Holt" });
		expect(left).toMatchObject({ quote: said[1], claim: { speaker: { name: "Omar Said" } } });
	});

	it("is told, and so is a name that nobody has", async () => {
		expect((await found({ without: "Herald" })).notes).toContain("Without Herald.");
		const { notes } = await found({ without: "Zzyx" });
		expect(notes).toContain(say("en", "note.nobody", { name: "Zzyx", names: "" }));
	});

	it("stays out of what is nearest where nothing is left", async () => {
		const { items } = await found({ without: "Herald", from: "2030" });
		expect(quotes(items).join(" ")).not.toContain("Herald says");
	});
});

describe("articles by their ids", () => {
	it("are looked at alone, and told by their titles", async () => {
		const { items, notes } = await found({ within: "own, gone" });
		expect(quotes(items)).toEqual(["The harbour strike ends."]);
		expect(notes).toContain("Only from Title of own.");
	});

	it("leave nothing where there is none of that id", async () => {
		const { answered, items } = await found({ within: "gone" });
		expect([answered, items]).toEqual([false, []]);
	});
});

describe("the language of the articles", () => {
	it("chooses whole articles", async () => {
		expect(quotes((await found({ written: "ar" })).items)).toEqual([arabic]);
		const english = await found({ written: "en" });
		expect(english.items).toHaveLength(4);
		expect(english.notes).toContain("Only articles in English.");
	});

	it("holds for a list of sources as well", async () => {
		const articles = corpus();
		const asked = createAnswerer({
			...{ articles, search: wordSearch(articles), reader: reader(), names, say },
		});
		const list = async (filters: Filters) =>
			quotes((await asked.answer({ command: "sources", text: "", ...filters })).items);
		expect(await list({ written: "ar" })).toEqual(["ar"]);
		expect((await list({ without: "Herald" })).sort()).toEqual(["ar", "of"]);
	});
});
