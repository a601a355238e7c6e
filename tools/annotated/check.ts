import { SpeakerKind } from "../../src/domain/article.ts";
import { Act } from "../../src/domain/sets/acts.ts";
import { type AnnotatedArticle, type Mark, type Problem, readAnnotated } from "./read.ts";

const needed = [
	"language",
	"title",
	"outlet",
	"published",
	"region",
	"field",
	"kind",
	"author",
	"round",
];
const fewestWords = 120;
const mostWords = 1_200;
const isoDay = /^\d{4}-\d{2}-\d{2}$/u;

/** What is wrong with an annotated article; nothing where it is right. */
export function checkAnnotated(text: string): { article: AnnotatedArticle; problems: Problem[] } {
	const { article, problems } = readAnnotated(text);
	const say = (line: number, message: string) => problems.push({ line, message });
	for (const key of needed) if (!article.head[key]) say(1, `the head lacks "${key}"`);
	if (!["ar", "en"].includes(article.head.language ?? "")) say(1, "language is ar or en");
	const published = article.head.published ?? "";
	if (published !== "none" && !isoDay.test(published)) say(1, "published is YYYY-MM-DD or none");
	const words = article.paragraphs.join(" ").split(/\s+/u).filter(Boolean).length;
	if (words < fewestWords || words > mostWords)
		say(1, `${words} words: 150 to 400 are meant, or up to 1,100 of a long article`);
	checkEntities(article, say);
	checkClaims(article, say);
	checkMarks(article, say);
	return { article, problems };
}

type Say = (line: number, message: string) => void;

function checkEntities({ entities, paragraphs, claims }: AnnotatedArticle, say: Say): void {
	const text = bare(paragraphs.join("\n"));
	const kinds = new Set<string>(SpeakerKind.options);
	const ids = new Set<string>();
	for (const { id, kind, name, line } of entities) {
		if (ids.has(id)) say(line, `${id} stands twice`);
		ids.add(id);
		if (!kinds.has(kind)) say(line, `kind "${kind}" is none of ${[...kinds].join(", ")}`);
		if (!name) say(line, `${id} has no name`);
		else if (kind === "person" && !text.includes(bare(name))) {
			say(line, `the name "${name}" does not stand in the article in these words`);
		}
		if (!claims.some((c) => c.entity === id)) say(line, `${id} says nothing`);
	}
}

function checkClaims({ claims, entities, marks, head }: AnnotatedArticle, say: Say): void {
	const acts = new Set<string>(Act.options);
	const known = new Set(claims.map((c) => c.id));
	if (known.size < claims.length) say(1, "a claim's number stands twice in the table");
	for (const c of claims) {
		const of = (letter: string) => marks.filter((m) => m.letter === letter && m.ids.includes(c.id));
		if (!entities.some((k) => k.id === c.entity)) say(c.line, `claim ${c.id}: no row ${c.entity}`);
		if (!acts.has(c.act)) say(c.line, `claim ${c.id}: act "${c.act}" is none`);
		if (of("c").length === 0) say(c.line, `claim ${c.id} has no content mark`);
		if (new Set(of("c").map((m) => m.paragraph)).size > 1) {
			say(c.line, `claim ${c.id}: the content stands in two paragraphs; make it two claims`);
		}
		if (c.day !== null && !isoDay.test(c.day)) say(c.line, `claim ${c.id}: day is YYYY-MM-DD`);
		if (c.day !== null && of("d").length === 0)
			say(c.line, `claim ${c.id} has a day and no d mark`);
		if (c.day !== null && head.published && c.day > head.published) {
			say(c.line, `claim ${c.id}: ${c.day} lies behind the article`);
		}
		if (c.via.length > 0 && of("v").length === 0)
			say(c.line, `claim ${c.id}: via without a v mark`);
		if (c.via.length === 0 && of("v").length > 0)
			say(c.line, `claim ${c.id}: a v mark without via`);
		for (const other of [...c.answers, ...(c.within ? [c.within] : [])]) {
			if (!known.has(other) || other === c.id)
				say(c.line, `claim ${c.id} speaks of claim ${other}`);
		}
	}
}

function checkMarks({ marks, claims, entities, paragraphs }: AnnotatedArticle, say: Say): void {
	const known = new Set([...claims.map((c) => c.id), ...entities.map((k) => k.id)]);
	for (const mark of marks) {
		const label = `${mark.letter}${mark.ids.join(",")}`;
		const line = claims.find((c) => c.id === mark.ids[0])?.line ?? 1;
		const words = (paragraphs[mark.paragraph] ?? "").slice(mark.start, mark.end);
		if (!/[\p{L}\p{N}]/u.test(words)) say(line, `mark ${label} holds no word`);
		else if (/^[\s,،.؛]|[\s,،؛]$/u.test(words))
			say(line, `mark ${label} begins or ends with a blank or comma: "${words.slice(0, 30)}"`);
		for (const id of mark.ids)
			if (!known.has(id)) say(line, `mark ${label}: no row ${id} in the tables`);
		const other = marks.find((m) => overlaps(m, mark));
		if (other) say(line, `marks ${label} and ${other.letter}${other.ids.join(",")} overlap`);
	}
}

const overlaps = (a: Mark, b: Mark): boolean =>
	a.paragraph === b.paragraph && a.start < b.start && b.start < a.end && a.end < b.end;

const bare = (text: string): string => text.replace(/[\u064B-\u0652\u0640\u2066-\u2069]/gu, "");
