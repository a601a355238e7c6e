import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadIdentityData } from "../../../src/app/load/identity-data.ts";
import { shippedSearchData } from "../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import { type Article, type Claim, SpeakerKind } from "../../../src/domain/article.ts";
import { unknownDate } from "../../../src/domain/dates.ts";
import { IdentityTable } from "../../../src/identity/identity-table.ts";
import { type AnnotatedArticle, readAnnotated } from "../../../tools/annotated/read.ts";
import { article as articleOfLines } from "../answers/doubles.ts";
import { absentNames } from "./absent-names.ts";

/** A claim, and whose it is as people annotated it. */
type Said = { claim: Claim; name: string; article: string };
const said: Said[] = [];
const articles: Article[] = [];

for (const language of ["en", "ar"]) {
	const folder = join(import.meta.dirname, "../../../annotated", language);
	for (const file of readdirSync(folder).filter((each) => each.endsWith(".txt"))) {
		const { article } = readAnnotated(readFileSync(join(folder, file), "utf8"));
		articles.push(articleOf(`${language}-${file.slice(0, -4)}`, article));
	}
}

function articleOf(id: string, { paragraphs, head, claims, entities, marks }: AnnotatedArticle) {
	const made = articleOfLines(id, paragraphs, { outlet: head["outlet"] || null });
	for (const { id: number, entity, via } of claims) {
		const speaker = entities.find((one) => one.id === entity);
		const mark = marks.find(({ letter, ids }) => letter === "c" && ids.includes(number));
		const passage = made.passages[mark?.paragraph ?? 0];
		if (!speaker || !passage) continue;
		const claim: Claim = {
			...{
				id: `${id}-${number}`,
				passage: passage.id,
				quote: passage.text,
				source: passage.source,
			},
			speaker: { name: speaker.name, kind: SpeakerKind.parse(speaker.kind) },
			...{ via, act: "asserts", hedged: false, saidOn: unknownDate, about: [], topics: [] },
		};
		made.claims.push(claim);
		said.push({ claim, name: speaker.name, article: id });
	}
	return made;
}

const data = await loadIdentityData(indexDataFolder, await shippedSearchData());
const table = IdentityTable.of(articles, data);

/** The names of whoever is meant by this one, as people annotated them. */
const saidBy = new Map<object, Said[]>();
for (const each of said)
	for (const identity of table.speakers(each.claim))
		saidBy.set(identity, [...(saidBy.get(identity) ?? []), each]);
const listedFor = (name: string) =>
	table.find(name).identities.flatMap((identity) => saidBy.get(identity) ?? []);

/** A name's words in any order, or what the lists know it as: what a reader takes for one name. */
function sameName(a: string, b: string): boolean {
	const listed = data.listed(a);
	return (listed !== undefined && listed === data.listed(b)) || wordsOf(a) === wordsOf(b);
}

function wordsOf(name: string): string {
	const { words } = data.bodyName(name.replace(/\([^)]*\)/g, ""));
	return words
		.map((word) => data.wordFacts(word).term)
		.sort()
		.join(" ");
}

/** The same, or one of those who speak together. */
const isOf = (name: string, { name: other }: Said) =>
	[other, ...other.split(/, | and | و(?=\S)/)].some((one) => sameName(name, one));

/** Two authors happened upon one name, each in a spelling of his own: nobody could tell these apart. */
const sameByChance = [
	["Gennady Vorontsov", "غينادي فورونتسوف"],
	["إنغريد ساندفيك", "إنجريد ساندفيك"],
	["Ingrid Halvorsen", "إنغريد هالفورسن"],
	["Grant Holloway", "غرانت هولواي"],
];
const isByChance = (a: string, b: string): boolean =>
	sameByChance.some((pair) => pair.includes(a) && pair.includes(b));

it("lists everybody's own claims and nobody else's, over all identities of the annotated articles", () => {
	const wrong = new Set<string>();
	const missing: string[] = [];
	const asked = said.filter(({ claim }) => claim.speaker.kind !== "anonymous");
	for (const { name, claim } of asked) {
		const listed = listedFor(name);
		if (!listed.some((one) => one.claim === claim)) missing.push(name);
		for (const other of listed)
			if (!isOf(name, other) && !isByChance(name, other.name)) wrong.add(`${name}: ${other.name}`);
	}
	expect(asked.length).toBeGreaterThan(5_000);
	expect(missing).toEqual([]);
	expect([...wrong]).toEqual([]);
});

it("lists nothing for names that nobody has", () => {
	expect(absentNames.length).toBeGreaterThanOrEqual(100);
	expect(absentNames.filter((name) => listedFor(name).length > 0)).toEqual([]);
});
