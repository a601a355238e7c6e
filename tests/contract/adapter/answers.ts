import fc from "fast-check";
import type { Answer, AnswerItem, Citation } from "../../../src/domain/answer.ts";
import type { Claim } from "../../../src/domain/article.ts";
import { Act } from "../../../src/domain/sets/acts.ts";
import { anyCharacter } from "../../any-character.ts";

/** What articles and people might write in order to be more than text. */
const hostile = [
	"<!channel>",
	"<@U123>",
	"<#C1|x>",
	"@everyone",
	"@here",
	"<@!80351110224678912>",
	"<@&165511591545143296>",
	"</claims:1>",
	"<t:0:R>",
	"<:name:123>",
	"<https://evil.example|bank>",
	"[bank](https://evil.example)",
	"https://evil.example/x",
	"www.evil.example",
	"discord.gg/evil",
	"**bold** _it_ ~no~ `code` ```block``` ||spoiler||",
	"# heading",
	"> quote\n>>> more",
	"- list\n1. list",
	"&lt;!here&gt; & < >",
	"\u202eesrever\u202c",
	"\u2066\u2067open",
	"\u0000\u0007\u001b[31m",
	"\\*",
	"/claims x",
];

const arabic = "قالت الوزارة إن السفن الثلاث غادرت الميناء مساء الثلاثاء «من دون إذن»";
const words = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...hostile) },
	{ weight: 3, arbitrary: fc.constantFrom(...arabic.split(" ")) },
	{ weight: 3, arbitrary: fc.lorem({ maxCount: 8 }) },
	{ weight: 2, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }) },
	{ weight: 1, arbitrary: fc.string({ unit: anyCharacter, minLength: 1, maxLength: 10 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 200, max: 900 }).map((n) => "x".repeat(n)) },
);
const text = (most: number) =>
	fc.array(words, { minLength: 1, maxLength: most }).map((all) => all.join(" "));
/** From a word to far beyond what any platform takes in one message. */
const quote = fc.oneof(
	{ weight: 6, arbitrary: text(12) },
	{ weight: 2, arbitrary: text(200) },
	{ weight: 1, arbitrary: fc.integer({ min: 3_000, max: 16_000 }).map((n) => "أب ".repeat(n / 3)) },
	{ weight: 1, arbitrary: fc.integer({ min: 3_000, max: 16_000 }).map((n) => "&<>".repeat(n / 3)) },
);

const date = fc.constantFrom(
	{ value: null, precision: "unknown", basis: "unknown" } as const,
	{ value: "2023-03-14", precision: "day", basis: "printed" } as const,
	{ value: "2023-03/2023-05", precision: "season", basis: "printed" } as const,
);

/** Few enough that items of one article stand together, and others are cited by a mark. */
const source = fc.record({
	title: fc.option(text(6)),
	outlet: fc.option(text(3)),
	published: date,
	url: fc.option(
		fc.constantFrom("https://news.example.org/a?b=1&c=2", "http://example.net/%D8%A7<>|()"),
	),
});
const mostSources = 4;

/** Lines tell the citations apart in what is shown: each answer numbers its own. */
const citation = fc.record({
	of: fc.nat(mostSources - 1),
	start: fc.integer({ min: 0, max: 500 }),
});

const speaker = fc.record({ name: text(4), kind: fc.constantFrom("person", "state", "document") });

const claim: fc.Arbitrary<Claim> = fc
	.record({
		id: fc.uuid(),
		passage: fc.constant("p1"),
		quote: text(5),
		speaker,
		via: fc.array(text(2), { maxLength: 3 }),
		act: fc.constantFrom(...Act.options),
		hedged: fc.boolean(),
		saidOn: date,
		about: fc.array(text(2), { maxLength: 2 }),
		topics: fc.array(text(2), { maxLength: 2 }),
	})
	.map((made) => ({ ...made, source: { line: 1, start: 0, end: 1 } }) as Claim);

const cited = fc.record({
	quote,
	rendering: fc.constantFrom("verbatim" as const, "paraphrase" as const),
	citation: citation as fc.Arbitrary<unknown> as fc.Arbitrary<Citation>,
});

const counterpart = fc.record({
	cited,
	claim,
	kind: fc.constantFrom("denial" as const, "figures" as const, "rival_account" as const),
	strength: fc.constantFrom("direct" as const, "partial" as const),
	why: fc.record({ en: text(8), ar: text(8) }),
});

const item: fc.Arbitrary<AnswerItem> = fc.oneof(
	fc
		.record({
			cited,
			claim,
			rivals: fc.array(counterpart, { maxLength: 3 }),
			also: fc.array(cited, { maxLength: 4 }),
		})
		.map(({ cited: own, claim: said, rivals, also }) => ({
			kind: "claim" as const,
			...own,
			claim: said,
			contradictedBy: rivals.map(({ cited: theirs, ...rival }) => ({ ...theirs, ...rival })),
			alsoIn: also.map(({ citation: other }) => other),
		})),
	fc.record({ cited, context: quote }).map(({ cited: own, context }) => ({
		kind: "passage" as const,
		...own,
		passage: {
			id: "p1",
			kind: "body" as const,
			text: context,
			source: { line: 1, start: 0, end: 1 },
		},
		context,
	})),
	fc.record({ cited, date, planned: fc.boolean() }).map(({ cited: own, date: on, planned }) => ({
		kind: "event" as const,
		...own,
		event: {
			id: "e1",
			passage: "p1",
			quote: own.quote,
			source: { line: 1, start: 0, end: 1 },
			date: { ...on, expression: null },
			planned,
		},
	})),
	source.map(
		({ title, outlet, published, url }) =>
			({
				kind: "source" as const,
				article: { id: "of", title, outlet, url, published, language: "ar" as const },
				counts: { passages: 3, claims: 2, events: 1 },
			}) as AnswerItem,
	),
);

/** Lines of citations have as many digits, and nothing else that is shown begins so. */
const firstLine = 70_001;
const linesShown = /(?:l\.|السطر)\s+(7\d{4})(?!\d)/g;

/** Any answer that the core might give, and many that it should not. */
export const anyAnswer: fc.Arbitrary<Answer> = fc
	.record({
		command: fc.constantFrom("claims" as const, "ask" as const, "timeline" as const),
		language: fc.constantFrom("ar" as const, "en" as const),
		answered: fc.boolean(),
		heading: text(20),
		items: fc.array(item, { maxLength: 12 }),
		sources: fc.array(source, { minLength: mostSources, maxLength: mostSources }),
		notes: fc.array(text(20), { maxLength: 6 }),
		readAs: fc.option(fc.array(text(5), { minLength: 1, maxLength: 2 }), { nil: undefined }),
		more: fc.integer({ min: 0, max: 30 }),
		offset: fc.integer({ min: 0, max: 40 }),
		shared: fc.boolean(),
	})
	.map(({ more, sources, shared, readAs, ...made }) => {
		let line = firstLine;
		// A claim that stands against every item that has any against it.
		const common = made.items.flatMap(rivalsOf)[0];
		for (const each of made.items) {
			if (each.kind === "source") continue;
			if (shared && common && each.kind === "claim" && each.contradictedBy.length > 0)
				each.contradictedBy[0] = common;
			const all = [
				each.citation,
				...(each.alsoIn ?? []),
				...rivalsOf(each).map((rival) => rival.citation),
			];
			for (const one of all as (Citation & { of?: number })[]) {
				if (one.line !== undefined) continue;
				const at = one.of ?? 0;
				Object.assign(one, sources[at], {
					article: `of${at}`,
					passage: "p1",
					file: `source${at}.txt`,
					line: line++,
					end: one.start === null ? null : one.start + each.quote.length,
				});
			}
		}
		return {
			...made,
			...(readAs ? { readAs } : {}),
			actions: [
				{ kind: "more" as const },
				{ kind: "check_quote" as const },
				{ kind: "share" as const },
				{ kind: "narrow" as const },
			],
			total: made.offset + made.items.length + more,
		};
	});

function rivalsOf(each: AnswerItem) {
	return "contradictedBy" in each ? (each.contradictedBy ?? []) : [];
}

/** Lines that a shown text cites; where a break falls into a place it is one all the same. */
export function placesIn(text: string): number[] {
	const plain = text.replace(/[\u2066-\u2069\u200e\u200f]/g, "").replace(/\n(?:> )?/g, " ");
	return [...plain.matchAll(linesShown)].map(([, line]) => Number(line));
}

/** Lines of all citations that an answer must show, whoever reads it to the end; of rivals, those that may be. */
export function placesOf({ items }: Answer): { needed: number[]; rivals: number[] } {
	const cited = items.flatMap((each) =>
		each.kind === "source" ? [] : [each.citation, ...(each.alsoIn ?? [])],
	);
	const rivals = items.flatMap(rivalsOf).map(({ citation: { line } }) => line);
	return { needed: cited.map(({ line }) => line), rivals: [...new Set(rivals)] };
}

/** Holds what was shown to what had to be: each citation once, and rivals of the answer alone. */
export function lostOrDoubled(answer: Answer, shown: readonly number[]): string[] {
	const { needed, rivals } = placesOf(answer);
	const out: string[] = [];
	for (const line of needed) {
		const count = shown.filter((each) => each === line).length;
		if (count !== 1) out.push(`line ${line} is shown ${count} times`);
	}
	const known = new Set([...needed, ...rivals]);
	for (const line of shown) if (!known.has(line)) out.push(`line ${line} is nowhere in the answer`);
	const contested = answer.items.filter((each) => rivalsOf(each).length > 0);
	const told = contested.filter((each) =>
		rivalsOf(each).some(({ citation: { line } }) => shown.includes(line)),
	);
	if (told.length < contested.length) out.push("an item is shown without what stands against it");
	return out;
}
