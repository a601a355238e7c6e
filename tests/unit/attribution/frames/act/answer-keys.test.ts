import { describe, expect, it } from "vitest";
import { answerKeys } from "../../../../../src/attribution/frames/act/act-features.ts";
import type { ActWords } from "../../../../../src/attribution/frames/act/act-words.ts";
import {
	type ClaimBefore,
	claimBefore,
	mostBefore,
} from "../../../../../src/attribution/frames/act/claim-before.ts";
import type { Known } from "../../../../../src/attribution/speakers/known.ts";
import { SpeakerMemory } from "../../../../../src/attribution/speakers/memory.ts";
import type { Language } from "../../engine/language.ts";
import { frameOf } from "../../engine/readings.ts";

const somebody = (...words: string[]) => ({ words, titles: new Set<string>() }) as unknown as Known;

function said(language: Language, marked: string, act: string, speaker: Known): ClaimBefore {
	const { reading, content } = frameOf(language, marked);
	return claimBefore(reading.view, content, { act, speaker, passage: 0 });
}

/** The keys of a frame behind such claims, of a speaker. */
function keysOf(language: Language, marked: string, who: Known, claims: readonly ClaimBefore[]) {
	const { reading, content, cue } = frameOf(language, marked);
	const words: ActWords = {
		content,
		cue,
		speaker: "organisation",
		ruled: "",
		before: "",
		same: false,
		earlier: "",
		who,
		passage: 1,
		claims,
	};
	return new Set(answerKeys(reading.view, words));
}

/** How many of the keys are not among the others. */
const newIn = (keys: ReadonlySet<number>, others: ReadonlySet<number>): number =>
	[...keys].filter((key) => !others.has(key)).length;

const cases = [
	{
		language: "en",
		charge: "[s1 Divers] [q1 said] that [c1 Marenko barges had not been inspected].",
		stranger: "[s1 Divers] [q1 said] that [c1 the choir sang for an hour].",
		answer: "[s1 The firm] [q1 said] that [c1 every barge passed its inspection].",
		name: "marenko",
	},
	{
		language: "ar",
		charge: "[q1 قال] [s1 غواصون] إن [c1 صهاريج مارنكو لم تفحص منذ سنتين].",
		stranger: "[q1 قال] [s1 غواصون] إن [c1 الجوقة غنت ساعة كاملة].",
		answer: "[q1 قالت] [s1 الشركة] إن [c1 جميع الصهاريج فحصت].",
		name: "مارنكو",
	},
] as const;

describe.each(cases)(
	"what a claim answers, $language",
	({ language, charge, stranger, answer, name }) => {
		const accuser = somebody("divers");
		const firm = somebody(name);
		const charged = [said(language, charge, "accuses", accuser)];
		const plain = keysOf(language, answer, firm, []);

		it("shows in whether it speaks of the same", () => {
			const related = keysOf(language, answer, firm, charged);
			const unrelated = keysOf(language, answer, firm, [
				said(language, stranger, "accuses", accuser),
			]);
			expect(newIn(related, plain)).toBeGreaterThan(newIn(unrelated, plain));
		});

		it("shows in whether the speaker was named in it", () => {
			const own = keysOf(language, answer, firm, charged);
			const other = keysOf(language, answer, somebody("nobody"), charged);
			expect(newIn(own, other)).toBeGreaterThan(2);
		});

		it("is nothing that the speaker said himself", () => {
			const own = keysOf(language, answer, accuser, charged);
			const foreign = keysOf(language, answer, firm, charged);
			expect(newIn(foreign, own)).toBeGreaterThan(5);
		});

		it("hears a negation", () => {
			expect(charged[0]?.not).toBe(true);
			expect(said(language, answer, "asserts", firm).not).toBe(false);
		});
	},
);

describe("what is called something", () => {
	it("is a claim of somebody, whatever it is called", () => {
		const who = somebody("roth");
		const keys = (object: string) =>
			keysOf("en", `[s1 Roth] [q1 called] [c1 the ${object} “a stretch”].`, who, []);
		const [report, account, bridge] = [keys("report"), keys("account"), keys("bridge")];
		expect(newIn(report, account)).toBeLessThan(newIn(report, bridge));
	});
});

describe("the claims that an article is remembered by", () => {
	it("are the last ones", () => {
		const memory = new SpeakerMemory();
		const claim = said("en", cases[0].charge, "accuses", somebody("divers"));
		for (let i = 0; i < mostBefore + 3; i++) memory.claimed({ ...claim, passage: i });
		expect(memory.claims).toHaveLength(mostBefore);
		expect(memory.claims.at(-1)?.passage).toBe(mostBefore + 2);
	});
});
