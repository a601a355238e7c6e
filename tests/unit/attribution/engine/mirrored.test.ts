import { expect, it } from "vitest";
import { shippedExtraction } from "../../../../src/app/load/extraction.ts";
import type { Claim } from "../../../../src/domain/article.ts";
import { groupOf } from "../../../../src/domain/sets/acts.ts";
import { articleOf } from "../extraction.ts";

/** The same five people and the same things said, in both languages. */
const people = [
	["Omar Haddad", "عمر حداد"],
	["Layla Mansour", "ليلى منصور"],
	["Peter Novak", "بيتر نوفاك"],
	["Samir Khoury", "سمير خوري"],
	["Maria Gomez", "ماريا غوميز"],
] as const;

type Frame = readonly [
	en: (name: string, said: string) => string,
	ar: (name: string, said: string) => string,
	said: readonly [en: string, ar: string],
];

const closed = ["the port was closed", "الميناء أغلق"] as const;
const paid = ["the company paid the workers", "الشركة دفعت أجور العمال"] as const;

const frames: readonly Frame[] = [
	[(n, s) => `${n} said that ${s}.`, (n, s) => `قال ${n} إن ${s}.`, closed],
	[(n, s) => `${n} said on Monday that ${s}.`, (n, s) => `قال ${n} يوم الاثنين إن ${s}.`, closed],
	[(n, s) => `${n} added that ${s}.`, (n, s) => `وأضاف ${n} أن ${s}.`, paid],
	[(n, s) => `${n} confirmed that ${s}.`, (n, s) => `وأكد ${n} أن ${s}.`, paid],
	[
		(n, s) => `${n} denied that ${s}.`,
		(n, s) => `ونفى ${n} أن ${s}.`,
		["the port was closed", "يكون الميناء قد أغلق"],
	],
	[
		(n, s) => `The mayor, ${n}, explained that ${s}.`,
		(n, s) => `وأوضح رئيس البلدية ${n} أن ${s}.`,
		closed,
	],
	[(n, s) => `“${cap(s)},” ${n} said.`, (n, s) => `"${s}"، قال ${n}.`, closed],
	[(n, s) => `“${cap(s)},” said ${n}.`, (n, s) => `وقال ${n}: "${s}".`, paid],
	[(n, s) => `According to ${n}, ${s}.`, (n, s) => `وبحسب ${n}، فإن ${s}.`, closed],
	[
		(n, s) => `The minister ${n} announced that ${s}.`,
		(n, s) => `وأعلن الوزير ${n} أن ${s}.`,
		closed,
	],
	[(n, s) => `${n} told reporters that ${s}.`, (n, s) => `وقال ${n} للصحفيين إن ${s}.`, paid],
	[(n, s) => `${n} claimed that ${s}.`, (n, s) => `وزعم ${n} أن ${s}.`, paid],
];

const cap = (text: string): string => text[0]?.toUpperCase() + text.slice(1);

const { extract } = await shippedExtraction();

const read = (language: "ar" | "en", line: string): Claim[] =>
	extract({ ...articleOf([line], "2024-05-15"), language }).claims;

it("sixty sentences and their mirrors give the same speaker, act, hedge, day and extent", () => {
	const unlike = people.flatMap(([en, ar]) =>
		frames.flatMap(([inEnglish, inArabic, [saidEn, saidAr]]) => {
			const [line, mirror] = [inEnglish(en, saidEn), inArabic(ar, saidAr)];
			const [one, ...more] = read("en", line);
			const [other, ...others] = read("ar", mirror);
			const same =
				one?.speaker.name === en &&
				other?.speaker.name === ar &&
				groupOf(one.act) === groupOf(other.act) &&
				one.hedged === other.hedged &&
				one.saidOn.value === other.saidOn.value &&
				one.quote.toLowerCase() === saidEn &&
				other.quote === saidAr &&
				more.length + others.length === 0;
			return same ? [] : [`${line} / ${mirror} ← ${shown(one)} / ${shown(other)}`];
		}),
	);
	expect(people.length * frames.length).toBe(60);
	expect(unlike).toEqual([]);
});

const shown = (claim: Claim | undefined): string =>
	claim
		? `${claim.speaker.name}, ${claim.act}, ${claim.hedged}, ${claim.saidOn.value}: ${claim.quote}`
		: "nothing";
