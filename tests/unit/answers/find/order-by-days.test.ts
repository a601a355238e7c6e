import { describe, expect, it } from "vitest";
import { article, claim } from "../doubles.ts";
import { realAnswerer } from "../real-answerer.ts";

const on = (value: string) => ({ value, precision: "day", basis: "given" }) as const;

/** What Lindqvist said of the ferries, in one article a year. */
function said(year: string, english: string, arabic: string) {
	const day = `${year}-05-03`;
	const of = article(`of-${year}`, [english, arabic], {
		published: { ...on(day) },
	});
	const saidOn = { ...on(day) };
	const speaker = {
		name: "Tova Lindqvist",
		kind: "person",
		label: { en: "Tova Lindqvist", ar: "توفا ليندكفيست" },
	} as const;
	for (const [n, quote] of [english, arabic].entries())
		claim(of, n + 1, quote, { speaker, saidOn });
	return of;
}

const articles = [
	said(
		"2021",
		"Tova Lindqvist said the ferries are late.",
		"قالت توفا ليندكفيست إن العبارات تتأخر.",
	),
	said(
		"2023",
		"Tova Lindqvist said the ferries are sold.",
		"قالت توفا ليندكفيست إن العبارات بيعت.",
	),
	said(
		"2022",
		"Tova Lindqvist said the ferries are safe.",
		"قالت توفا ليندكفيست إن العبارات آمنة.",
	),
];
const answerer = await realAnswerer(articles);

async function firstYear(text: string): Promise<string | undefined> {
	const [item] = (await answerer.answer({ command: "ask", text })).items;
	return item?.kind === "passage" ? item.citation.published.value?.slice(0, 4) : undefined;
}

describe("the days that a question asks for", () => {
	it.each([
		["What did Lindqvist say most recently?", "2023"],
		["latest news on the ferries", "2023"],
		["ما آخر ما قالته ليندكفيست؟", "2023"],
		["آخر أخبار العبارات", "2023"],
		["What did Lindqvist say in 2021?", "2021"],
		["What did Lindqvist say about the ferries in 2022?", "2022"],
		["ماذا قالت ليندكفيست في 2021؟", "2021"],
		["ماذا قالت ليندكفيست عن العبارات عام 2022؟", "2022"],
	])("come first: %s %s", async (text, year) => {
		expect(await firstYear(text)).toBe(year);
	});
});

describe("what several articles count", () => {
	const counted = (day: string, english: string, arabic: string) =>
		article(`count-${day}`, [english, arabic], { published: { ...on(day) } });
	const toll = [
		counted(
			"2022-02-01",
			"The landslide at Orvik killed 12 people.",
			"أودى انهيار التربة في أورفيك بحياة 12 شخصاً.",
		),
		counted(
			"2022-02-03",
			"The landslide at Orvik killed 17 people, the rescuers now say.",
			"أودى انهيار التربة في أورفيك بحياة 17 شخصاً كما يقول المسعفون الآن.",
		),
	];

	it.each([
		["How many people did the landslide at Orvik kill?", "17 people"],
		["كم شخصا أودى انهيار التربة في أورفيك بحياتهم؟", "17 شخصاً"],
	])("is told by the newest: %s", async (text, told) => {
		const [first] = (await (await realAnswerer(toll)).answer({ command: "ask", text })).items;
		expect(first?.kind === "passage" && first.quote).toContain(told);
	});
});
