import { describe, expect, it } from "vitest";
import { createAnswerer } from "../../../src/answers/answerer.ts";
import type { AnswerItem } from "../../../src/domain/answer.ts";
import { answererOf, answererParts, article, claim, event, say } from "./doubles.ts";

const quotes = (items: readonly AnswerItem[]) =>
	items.map((item) => (item.kind === "source" ? item.article.id : item.quote));

function harbour() {
	const wire = article("wire", [
		"The harbour strike ended, the mayor said. Weather was fine that week. Ferries sail again.",
		"The union denied that the harbour strike ended.",
		"Nothing here about boats at all.",
	]);
	const said = claim(wire, 1, "The harbour strike ended", {
		speaker: { name: "Lena Holt", kind: "person" },
		saidOn: { value: "2024-03-05", precision: "day", basis: "printed" },
	});
	const denied = claim(wire, 2, "the harbour strike ended", {
		speaker: { name: "Dockers' union", kind: "organisation" },
		act: "denies",
	});
	wire.contradictions.push({
		claims: [said.id, denied.id],
		kind: "denial",
		strength: "direct",
		why: { en: "The union says the opposite.", ar: "تقول النقابة عكس ذلك." },
	});
	return wire;
}

describe("claims", () => {
	it("quotes the claim and shows its denial beside it, each at its own place", async () => {
		const answer = await answererOf([harbour()]).answer({
			command: "claims",
			text: "harbour strike mayor",
		});
		const [first] = answer.items;
		if (first?.kind !== "claim") throw new Error("expected a claim first");
		expect(first.quote).toBe("The harbour strike ended");
		expect(first.citation).toMatchObject({ file: "wire.txt", line: 1, start: 2, end: 26 });
		expect(first.contradictedBy).toHaveLength(1);
		expect(first.contradictedBy[0]).toMatchObject({ kind: "denial", strength: "direct" });
		expect(first.contradictedBy[0]?.citation.line).toBe(2);
		expect(answer.answered).toBe(true);
	});

	it("puts the next good passage before the third claim of the first one", async () => {
		const one = article("one", ["harbour strike ends, harbour opens, harbour fees rise in spring"]);
		for (const quote of ["harbour strike ends", "harbour opens", "harbour fees rise"])
			claim(one, 1, quote);
		const two = article("two", ["harbour strike goes on"]);
		claim(two, 1, "harbour strike goes on");
		const { items } = await answererOf([one, two]).answer({
			command: "claims",
			text: "harbour strike",
			limit: 4,
		});
		const articles = items.map((item) => (item.kind === "claim" ? item.citation.article : "-"));
		expect(articles.indexOf("two")).toBeLessThan(2);
		expect(articles.filter((id) => id === "one")).toHaveLength(3);
	});

	it("shows a passage that matches and holds no claim, after equal ones that do", async () => {
		const of = article("of", ["harbour strike", "harbour strike told"]);
		claim(of, 2, "harbour strike");
		const { items } = await answererOf([of]).answer({ command: "claims", text: "harbour strike" });
		expect(items.map(({ kind }) => kind)).toEqual(["claim", "passage"]);
	});

	it.each([
		[{ by: "holt" }, ["The harbour strike ended"]],
		[{ stance: "denies" as const }, ["the harbour strike ended"]],
		[{ from: "2024-03", to: "2024" }, ["The harbour strike ended"]],
	])("keeps to the filters %j", async (filters, expected) => {
		const request = { command: "claims" as const, text: "harbour strike", ...filters };
		const { items } = await answererOf([harbour()]).answer(request);
		expect(quotes(items.filter(({ kind }) => kind === "claim"))).toEqual(expected);
	});

	it("shows what is nearest without the filters, as no answer, where they leave nothing", async () => {
		const request = { command: "claims" as const, text: "harbour strike", from: "2025" };
		const { answered, items, notes } = await answererOf([harbour()]).answer(request);
		expect(answered).toBe(false);
		expect(items.length).toBeGreaterThan(0);
		expect(notes).toContain(say("en", "note.unfiltered"));
	});

	it.each([
		[{ by: "Hollt" }, "note.did_you_mean", { name: "Hollt", names: "Lena Holt" }],
		[{ by: "Quintero" }, "note.nobody", { name: "Quintero", names: "" }],
		[{ outlet: "Zzyx" }, "note.nobody", { name: "Zzyx", names: "" }],
	])("lists nobody else's words for %j and says whom it may mean", async (filters, key, params) => {
		const request = { command: "claims" as const, text: "harbour strike", ...filters };
		const { answered, items, notes } = await answererOf([harbour()]).answer(request);
		expect([answered, items]).toEqual([false, []]);
		expect(notes).toContain(say("en", key, params));
	});

	it("shows nothing where a filter leaves nothing and nothing was asked", async () => {
		const request = { command: "claims" as const, text: "", by: "nobody" };
		const { answered, items } = await answererOf([harbour()]).answer(request);
		expect([answered, items]).toEqual([false, []]);
	});

	it("lists by a filter alone, without a question", async () => {
		const request = { command: "claims" as const, text: "", stance: "contested" as const };
		const { items } = await answererOf([harbour()]).answer(request);
		expect(items).toHaveLength(2);
	});

	it.each<[text: string, reading: Parameters<typeof answererOf>[1]]>([
		["the", {}],
		["what did he say", { topicText: "" }],
	])("lists by a filter where nothing else is asked: %s", async (text, reading) => {
		const listed = { command: "claims" as const, stance: "contested" as const };
		const parts = { ...answererParts([harbour()], reading), stopWords: new Set(["the"]) };
		const of = createAnswerer(parts);
		const { items, answered, heading } = await of.answer({ ...listed, text });
		const bare = await of.answer({ ...listed, text: "" });
		expect([items, answered, heading]).toEqual([bare.items, true, bare.heading]);
	});

	it("looks for what is written like a word of grammar and is a name", async () => {
		const of = answererOf([harbour()], { topicText: "" });
		const request = { command: "claims", text: "WHO", stance: "contested" } as const;
		expect((await of.answer(request)).answered).toBe(false);
	});

	it("prefers, and does not require, what was read out of the question's words", async () => {
		const of = article("of", ["harbour strike one", "harbour strike two"]);
		claim(of, 1, "harbour strike one");
		claim(of, 2, "harbour strike two", { speaker: { name: "Lena Holt", kind: "person" } });
		const asked = answererOf([of], { filters: { by: "Holt" } });
		const { items } = await asked.answer({ command: "claims", text: "harbour strike" });
		expect(quotes(items)).toEqual(["harbour strike two", "harbour strike one"]);
	});
});

describe("ask", () => {
	it("quotes the sentence that answers, exactly where it stands, with the passage as context", async () => {
		const { items } = await answererOf([harbour()]).answer({
			command: "ask",
			text: "ferries sail again",
		});
		const [first] = items;
		if (first?.kind !== "passage") throw new Error("expected a passage");
		expect(first.quote).toBe("Ferries sail again.");
		expect(first.context).toContain("Weather was fine");
		const { start, end } = first.citation;
		expect(`xx${first.passage.text}`.slice(start ?? 0, end ?? 0)).toBe(first.quote);
	});

	it("says who said what it quotes, and who denies it", async () => {
		const { items } = await answererOf([harbour()]).answer({
			command: "ask",
			text: "harbour strike mayor",
		});
		const [first] = items;
		if (first?.kind !== "passage") throw new Error("expected a passage");
		expect(first.claim?.speaker.name).toBe("Lena Holt");
		expect(first.contradictedBy?.map((rival) => rival.claim.act)).toEqual(["denies"]);
	});

	it.each([
		["denies" as const, "Dockers' union"],
		["asserts" as const, "Lena Holt"],
		["warns" as const, "Lena Holt"],
	])("of two claims in what it quotes says whose the one is that %s", async (act, name) => {
		const of = article("of", ["Holt said the harbour strike ended, the union denied that it did."]);
		const person = { name: "Lena Holt", kind: "person" as const };
		const union = { name: "Dockers' union", kind: "organisation" as const };
		claim(of, 1, "the harbour strike ended", { speaker: person });
		claim(of, 1, "it did", { speaker: union, act: "denies" });
		const asked = answererOf([of], { filters: { act } });
		const { items } = await asked.answer({ command: "ask", text: "harbour strike ended" });
		expect(items.map((item) => (item.kind === "passage" ? item.claim?.speaker.name : ""))).toEqual([
			name,
		]);
	});

	it("makes one item of the same text in two articles", async () => {
		const text = "harbour strike ended after nine long days of talks";
		const { items } = await answererOf([article("a", [text]), article("b", [text])]).answer({
			command: "ask",
			text: "harbour strike",
		});
		expect(items).toHaveLength(1);
		const [first] = items;
		expect(first?.kind === "passage" && first.alsoIn?.map(({ article: id }) => id)).toEqual(["b"]);
	});

	it("does not answer what no passage holds, and says what the corpus covers", async () => {
		const dated = {
			...harbour(),
			published: { value: "2024-03", precision: "month", basis: "given" } as const,
		};
		const answer = await answererOf([dated]).answer({
			command: "ask",
			text: "volcano eruption harbour evacuation flights cancelled",
		});
		expect(answer.answered).toBe(false);
		expect(answer.items.length).toBeGreaterThan(0);
		expect(answer.verdict?.kind).toBe("not_in_corpus");
		expect(answer.verdict?.text).toContain("2024-03-01");
		expect(answer.verdict?.text).toContain("volcano");
	});

	it("asks for a number where a number was asked for", async () => {
		const of = article("of", ["The harbour strike ended after long talks"]);
		const asked = answererOf([of], { type: "how_many" });
		expect((await asked.answer({ command: "ask", text: "harbour strike" })).answered).toBe(false);
		const with9 = answererOf([article("of", ["The harbour strike ended after 9 days"])], {
			type: "how_many",
		});
		expect((await with9.answer({ command: "ask", text: "harbour strike" })).answered).toBe(true);
	});

	it("answers in the language of the question unless told otherwise", async () => {
		const asked = answererOf([harbour()]);
		expect((await asked.answer({ command: "ask", text: "harbour strike" })).language).toBe("en");
		const arabic = await asked.answer({ command: "ask", text: "harbour strike", language: "ar" });
		expect(arabic.language).toBe("ar");
		expect(arabic.heading).toMatch(/الجواب/);
	});
});

describe("who", () => {
	it("says who that is and lists what was said, the newest first", async () => {
		const made = harbour();
		claim(made, 3, "Nothing here", {
			speaker: { name: "Lena Holt", kind: "person" },
			saidOn: { value: "2024-04-01", precision: "day", basis: "printed" },
		});
		const answer = await answererOf([made]).answer({ command: "who", text: "Holt" });
		expect(answer.answered).toBe(true);
		expect(quotes(answer.items)).toEqual(["Nothing here", "The harbour strike ended"]);
		const counts = { claims: 2, relayed: 0, articles: 1 };
		const kind = say("en", "who.kind.person");
		expect(answer.notes).toEqual([
			say("en", "who.is", { name: "Lena Holt", kind, ...counts }),
			say("en", "who.said_between", { from: "2024-03-05", to: "2024-04-01" }),
		]);
	});

	it("lists nobody's words for a name that nobody has", async () => {
		const answer = await answererOf([harbour()]).answer({ command: "who", text: "هولت زيد" });
		expect([answer.answered, answer.items, answer.language]).toEqual([false, [], "ar"]);
		expect(answer.notes[0]).toContain("هولت زيد");
	});
});

describe("timeline", () => {
	function story() {
		const of = article("of", [
			"harbour strike began in March",
			"harbour strike ended in May",
			"harbour strike was discussed",
			"harbour strike vote, some day",
		]);
		event(of, 2, "harbour strike ended in May", "2024-05-02");
		event(of, 1, "harbour strike began in March", "2024-03");
		event(of, 4, "harbour strike vote", null);
		return of;
	}

	it("orders by day, the unknown days last, then what holds no event", async () => {
		const { items } = await answererOf([story()]).answer({
			command: "timeline",
			text: "harbour strike",
		});
		expect(quotes(items)).toEqual([
			"harbour strike began in March",
			"harbour strike ended in May",
			"harbour strike vote",
			"harbour strike was discussed",
		]);
		expect(items.map(({ kind }) => kind).at(-1)).toBe("passage");
	});

	it("puts whole months and years where they begin, behind what is of their first day", async () => {
		const of = article(
			"of",
			Array.from({ length: 6 }, (_, n) => `harbour strike note ${n + 1}`),
		);
		const values = ["2024-01", "2023", null, "2024", "2024-01-01", "2023-11-20/2024-02-03"];
		for (const [n, value] of values.entries()) event(of, n + 1, `strike note ${n + 1}`, value);
		const ask = { command: "timeline", text: "harbour strike" } as const;
		const { items } = await answererOf([of]).answer(ask);
		const told = items.map((item) => (item.kind === "event" ? item.event.date.value : "-"));
		expect(told).toEqual(["2023", "2023-11-20/2024-02-03", "2024-01-01", "2024-01", "2024", null]);
		// Also where it begins before the days that were asked for.
		const reading = { topicText: "", filters: { from: "2024-01", to: "2024-01" } };
		const asked = await answererOf([of], reading).answer({ ...ask, text: "January 2024" });
		expect(quotes(asked.items)[0]).toBe("strike note 6");
	});

	it("puts a year behind the days of the month that was asked for", async () => {
		const of = article(
			"of",
			Array.from({ length: 5 }, (_, n) => `harbour strike note ${n + 1}`),
		);
		const values = ["2024", "2024-02-20", "2024-02", "2023-12-20/2024-03-03", null];
		for (const [n, value] of values.entries()) event(of, n + 1, `strike note ${n + 1}`, value);
		const reading = { topicText: "", filters: { from: "2024-02", to: "2024-02" } };
		const ask = { command: "timeline", text: "February 2024" } as const;
		const { items } = await answererOf([of], reading).answer(ask);
		const told = items.map((item) => (item.kind === "event" ? item.event.date.value : "-"));
		expect(told).toEqual(["2023-12-20/2024-03-03", "2024-02", "2024-02-20", "2024"]);
	});

	it("keeps apart what has no day: events first, then passages, over all pages", async () => {
		const asked = answererOf([story()]);
		const ask = { command: "timeline", text: "harbour strike" } as const;
		const sections = [
			{ title: "Events whose day is not known", at: 2 },
			{ title: "Passages that date no event", at: 3 },
		];
		expect((await asked.answer(ask)).sections).toEqual(sections);
		expect((await asked.answer({ ...ask, limit: 1, offset: 3 })).sections).toEqual(sections);
		const arabic = await asked.answer({ ...ask, language: "ar" });
		expect(arabic.sections?.map(({ title }) => title)).toEqual([
			"أحداث يومها غير معروف",
			"مقاطع لا تؤرخ حدثاً",
		]);
		const may = { ...ask, from: "2024-05", to: "2024-05" };
		expect((await asked.answer(may)).sections ?? []).not.toContainEqual(
			expect.objectContaining({ title: "Events whose day is not known" }),
		);
	});

	it("tells one happening in the words that know its day best", async () => {
		const told = (id: string, value: string) => {
			const of = article(id, ["The harbour strike ended with a pact of dockers and owners"]);
			event(of, 1, "harbour strike ended with a pact of dockers", value);
			return of;
		};
		const { items } = await answererOf([told("a", "2024-05"), told("b", "2024-05-20")]).answer({
			command: "timeline",
			text: "harbour strike",
		});
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({
			event: { date: { value: "2024-05-20" } },
			citation: { article: "b" },
			alsoIn: [{ article: "a" }],
		});
	});

	it("keeps to the days that the question names beside its topic, and says where there is nothing of them", async () => {
		const ask = { command: "timeline", text: "harbour strike since April 2024" } as const;
		const since = (from: string) =>
			answererOf([story()], { topicText: "harbour strike", filters: { from } }).answer(ask);
		expect(quotes((await since("2024-04")).items)).toEqual(["harbour strike ended in May"]);
		// Days that are given beside it come first.
		const given = answererOf([story()], {
			topicText: "harbour strike",
			filters: { from: "2024-04" },
		});
		const [began] = (await given.answer({ ...ask, to: "2024-03" })).items;
		expect(quotes(began ? [began] : [])).toEqual(["harbour strike began in March"]);
		const later = await since("2030-01");
		expect(later.answered).toBe(false);
	});

	it("lists a range where the question is nothing but a date", async () => {
		const reading = { topicText: "", filters: { from: "2024-05", to: "2024-05" } };
		const { items } = await answererOf([story()], reading).answer({
			command: "timeline",
			text: "May 2024",
		});
		expect(quotes(items)).toEqual(["harbour strike ended in May"]);
	});
});

describe("search and sources", () => {
	it("quotes whole passages in the order of their score", async () => {
		const { items } = await answererOf([harbour()]).answer({
			command: "search",
			text: "harbour strike mayor",
		});
		expect(
			items.map((item) => item.kind === "passage" && item.quote === item.passage.text),
		).toEqual([true, true]);
	});

	it("lists articles, newest first, narrowed by words or outlet", async () => {
		const old = article("old", ["text"], {
			outlet: "Gazette",
			published: { value: "2020", precision: "year", basis: "given" },
		});
		const fresh = article("fresh", ["text"], {
			published: { value: "2024", precision: "year", basis: "given" },
		});
		const asked = answererOf([old, fresh]);
		const all = await asked.answer({ command: "sources", text: "" });
		expect(quotes(all.items)).toEqual(["fresh", "old"]);
		expect(quotes((await asked.answer({ command: "sources", text: "gazette" })).items)).toEqual([
			"old",
		]);
		const outlet = await asked.answer({ command: "sources", text: "", outlet: "gazette" });
		expect(quotes(outlet.items)).toEqual(["old"]);
	});
});

describe("pages", () => {
	it("goes on where the page before ended and offers more while there is more", async () => {
		const of = article(
			"of",
			Array.from({ length: 7 }, (_, n) => `harbour strike day ${n}`),
		);
		const asked = answererOf([of]);
		const first = await asked.answer({ command: "search", text: "harbour strike", limit: 5 });
		const second = await asked.answer({
			command: "search",
			text: "harbour strike",
			limit: 5,
			offset: 5,
		});
		expect([first.items.length, second.items.length, first.total]).toEqual([5, 2, 7]);
		expect(first.actions).toContainEqual({ kind: "more" });
		expect(second.actions).not.toContainEqual({ kind: "more" });
		expect(new Set([...quotes(first.items), ...quotes(second.items)]).size).toBe(7);
	});
});

describe("a paraphrased corpus", () => {
	it("quotes our words in the asker's language, by line alone", async () => {
		const of = article("of", ["انتهى إضراب المرفأ"], {
			rendering: "paraphrase",
			titleParaphrase: { ar: "المرفأ", en: "The harbour" },
		});
		for (const passage of of.passages) {
			passage.source = { line: passage.source.line, start: null, end: null };
			passage.paraphrase = { ar: passage.text, en: "The harbour strike is over." };
		}
		const { items } = await answererOf([of]).answer({
			command: "ask",
			text: "المرفأ",
			language: "en",
		});
		expect(items[0]).toMatchObject({
			quote: "The harbour strike is over.",
			rendering: "paraphrase",
			citation: { line: 1, start: null, end: null, title: "The harbour" },
		});
	});
});

describe("bad requests", () => {
	const asked = answererOf([harbour()]);
	it.each([
		[{ command: "ask" as const, text: "  " }, "question_empty"],
		[{ command: "ask" as const, text: "x".repeat(10_000) }, "question_too_long"],
		[{ command: "ask" as const, text: "x", without: "x".repeat(1_001) }, "question_too_long"],
		[{ command: "ask" as const, text: "x", without: "x, ".repeat(21) }, "question_too_long"],
		[{ command: "ask" as const, text: "x", from: "yesterday" }, "date_malformed"],
		[{ command: "ask" as const, text: "x", from: "2023-02-31" }, "date_malformed"],
		[{ command: "ask" as const, text: "x", from: "2024", to: "2023" }, "date_malformed"],
		[{ command: "ask" as const, text: "x", limit: 0 }, "request_malformed"],
		[{ command: "ask" as const, text: "x", offset: 1.5 }, "request_malformed"],
	])("refuses %j", async (request, code) => {
		await expect(asked.answer(request)).rejects.toMatchObject({ code });
	});

	it("takes as many names as it compares in a moment", async () => {
		const without = "x, ".repeat(20);
		await expect(asked.answer({ command: "ask", text: "harbour", without })).resolves.toBeDefined();
	});
});
