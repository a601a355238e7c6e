import {
	type LabelledSpan,
	labelsOf,
	type SpanKind,
} from "../../src/attribution/sequence/labels.ts";
import { type TextToken, textTokens } from "../../src/attribution/sequence/tokens.ts";
import { fold } from "../../src/language/text/normalise.ts";
import type { AnnotatedArticle, AnnotatedClaim, Mark } from "../annotated/read.ts";

/** A passage, or the content of a claim, with the label of every token. */
export type Example = {
	tokens: TextToken[];
	labels: Uint8Array;
	inner: boolean;
	paragraph: number;
	text: string;
	changed?: boolean;
};

/** What the marks of an article teach: every passage, and every content as a passage within. */
export function examplesOf(article: AnnotatedArticle): Example[] {
	return article.paragraphs.flatMap((text, paragraph) => {
		const marks = article.marks.filter((m) => m.paragraph === paragraph);
		const tokens = textTokens(text);
		const outer = new Set(article.claims.map((c) => c.id).filter((id) => !isWithin(article, id)));
		const labels = labelsFor(article, marks, tokens, outer);
		const examples: Example[] = [{ tokens, labels, inner: false, paragraph, text }];
		for (const content of marks.filter(
			(m) => m.letter === "c" && m.ids.some((id) => outer.has(id)),
		)) {
			const [from, to] = tokensIn(tokens, content);
			const inside = marks.filter(
				(m) => m !== content && m.start >= content.start && m.end <= content.end,
			);
			const ids = new Set(inside.flatMap((m) => (m.letter === "c" ? m.ids : [])));
			if (to - from < 4) continue;
			const part = tokens.slice(from, to);
			examples.push({
				tokens: part,
				labels: labelsFor(article, inside, part, ids),
				inner: true,
				paragraph,
				text,
			});
		}
		return examples;
	});
}

/** Whether a claim's content stands inside that of another. */
export function isWithin(article: AnnotatedArticle, id: string): boolean {
	const own = article.marks.filter((m) => m.letter === "c" && m.ids.includes(id));
	return own.every((m) =>
		article.marks.some(
			(o) =>
				o.letter === "c" &&
				!o.ids.includes(id) &&
				o.paragraph === m.paragraph &&
				o.start <= m.start &&
				o.end >= m.end &&
				o.end - o.start > m.end - m.start,
		),
	);
}

const painted: [Mark["letter"], SpanKind][] = [
	["s", "source"],
	["v", "channel"],
	["d", "day"],
	["q", "cue"],
];

function labelsFor(
	article: AnnotatedArticle,
	marks: readonly Mark[],
	tokens: readonly TextToken[],
	claims: ReadonlySet<string>,
): Uint8Array {
	const kinds: (SpanKind | undefined)[] = new Array(tokens.length).fill(undefined);
	const begins = new Set<number>();
	const paint = (kind: SpanKind, from: number, to: number) => {
		for (let t = from; t < to; t++) {
			kinds[t] = kind;
			begins.delete(t);
		}
		begins.add(from);
	};
	const seen = new Set<string>();
	for (const m of byStart(marks, "c")) {
		if (!m.ids.some((id) => claims.has(id))) continue;
		const [from, to] = tokensIn(tokens, m);
		if (to <= from || kinds[from] !== undefined) continue;
		paint(m.ids.every((id) => seen.has(id)) ? "resumed" : "content", from, to);
		for (const id of m.ids) seen.add(id);
	}
	for (const [letter, kind] of painted) {
		for (const m of byStart(marks, letter)) {
			if (!m.ids.some((id) => claims.has(id))) continue;
			const [from, to] = tokensIn(tokens, m);
			if (to <= from) continue;
			if (kinds[to] === "content" && !begins.has(to)) {
				// The words of attribution stand inside: what follows is the content resumed.
				for (let t = to; kinds[t] === "content" && !begins.has(t); t++) kinds[t] = "resumed";
				begins.add(to);
			}
			paint(kind, from, to);
			if (letter !== "s") continue;
			const entity = entityOf(article, m.ids[0] ?? "");
			const name = entity && nameIn(tokens, from, to, entity.name);
			if (name) {
				paint("name", name[0], name[1]);
				if (name[1] < to) begins.add(name[1]);
			}
		}
	}
	const spans: LabelledSpan[] = [];
	for (let t = 0; t < tokens.length; t++) {
		const kind = kinds[t];
		if (!kind) continue;
		const last = spans.at(-1);
		if (last && last.to === t && last.kind === kind && !begins.has(t)) last.to = t + 1;
		else spans.push({ kind, from: t, to: t + 1 });
	}
	return labelsOf(spans, tokens.length);
}

export function entityOf(article: AnnotatedArticle, claim: string) {
	const row = article.claims.find((c) => c.id === claim) as AnnotatedClaim | undefined;
	return article.entities.find((e) => e.id === row?.entity);
}

const byStart = (marks: readonly Mark[], letter: string): Mark[] =>
	marks.filter((m) => m.letter === letter).sort((a, b) => a.start - b.start || b.end - a.end);

/** The tokens that a mark covers. */
export function tokensIn(
	tokens: readonly TextToken[],
	{ start, end }: { start: number; end: number },
): [number, number] {
	let from = tokens.findIndex((t) => t.end > start);
	if (from < 0) from = tokens.length;
	let to = from;
	while (to < tokens.length && (tokens[to]?.start ?? 0) < end) to++;
	return [from, to];
}

/** A word as names are compared: without article, clitics and possessive. */
export const bareWord = (word: string): string =>
	fold(word)
		.replace(/'s$/u, "")
		.replace(/\.$/u, "")
		.replace(/^(?:وال|بال|لل|ال|[وبلف](?=ال))/u, "")
		.replace(/^ال/u, "");

/** The longest run of tokens that belong to a name. */
export function nameIn(
	tokens: readonly TextToken[],
	from: number,
	to: number,
	name: string,
): [number, number] | undefined {
	const words = new Set(
		textTokens(name)
			.map((t) => bareWord(t.word))
			.filter((w) => /[\p{L}\p{N}]/u.test(w)),
	);
	const is = (t: number) => words.has(bareWord(tokens[t]?.word ?? ""));
	let best: [number, number] | undefined;
	for (let t = from; t < to; t++) {
		if (!is(t)) continue;
		let end = t + 1;
		// Marks inside a name: بنك "نورد ميد".
		while (
			end < to &&
			(is(end) ||
				(/^[\p{P}\p{S}]+$/u.test(tokens[end]?.text ?? "") &&
					tokens[end]?.text !== "،" &&
					tokens[end]?.text !== "," &&
					is(end + 1) &&
					end + 1 < to))
		)
			end++;
		if (!best || end - t > best[1] - best[0]) best = [t, end];
		t = end - 1;
	}
	return best;
}
