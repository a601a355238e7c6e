import type { Claim } from "../../domain/article.ts";
import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import { rememberedOf } from "../../language/text/memo.ts";
import { tokens } from "../../language/text/tokens.ts";
import { termOf } from "../../language/words/index-terms.ts";
import { bareDenialsOf } from "../bare-denials.ts";
import { speakerNames } from "../find/filters.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import type { ClaimRef } from "../library.ts";
import { heldAmong, placesOf, type TermSentence } from "./term-words.ts";

const disputes = new Set(["denies", "accuses", "alleges", "confirms"]);

/** What the claims of a passage say for it, beside whose words and which act are asked for. */
export type Saying = {
	speaks: number;
	acts: number;
	disputed: number;
	unsaid: number;
	otherSayer: number;
};

export function sayingOf(
	hit: PassageHit,
	sentences: readonly TermSentence[],
	findings: Findings,
): Saying {
	const { reading, library } = findings;
	const { filters, sayer = [], type } = reading;
	const claims = library.claims(hit);
	const isHis = askedSpeaker(findings);
	const office = hit.asked.filter(({ word }) => isOf(word, sayer));
	const own = isHis
		? claims.filter(({ claim }) => isHis(claim) || bearsOffice(claim, office, sentences))
		: [];
	const told = new Set([...sayer, ...tokens(filters.by ?? "").map(({ text }) => text)]);
	const topic = hit.asked.filter(({ word }) => !told.has(word));
	const speaks = Math.max(0, ...own.map((ref) => heldIn(ref, topic)));
	// A name in the passage, or of who speaks in it: of the World Bank no other bank is enough.
	const spoken = own.map(({ claim }) => namesAsWords(claim));
	const otherSayer = 1 - namedTogether(sayer, hit.asked, [...spoken, ...sentences]);
	const isDone = ({ claim }: ClaimRef) => claim.act === filters.act;
	const doing = isHis ? own : claims;
	return {
		speaks: own.length > 0 ? (0.4 + 0.6 * speaks) * (1 - otherSayer) : 0,
		acts: flag(
			filters.act !== undefined &&
				(doing.some(isDone) || unfoundDenials(hit, findings, isHis).some(isDone)),
		),
		disputed: flag(type === "yes_no" && claims.some(({ claim }) => disputes.has(claim.act))),
		unsaid: flag(isHis !== null && own.length === 0),
		otherSayer,
	};
}

/** Denials of what the passage says that name nothing themselves: it stands for those that were not found. */
function unfoundDenials(
	hit: PassageHit,
	{ hits, library }: Findings,
	isHis: ((claim: Claim) => boolean) | null,
): ClaimRef[] {
	const denials = bareDenialsOf(hit, library).map(({ denial }) => denial);
	return denials.filter(
		({ claim, passage }) =>
			(isHis === null || isHis(claim)) && !hits.some((found) => found.passage === passage),
	);
}

/** Whether a claim is his whose words are asked for; null where nobody's are. */
function askedSpeaker({ reading, names, library }: Findings): ((claim: Claim) => boolean) | null {
	const { filters, sayer = [] } = reading;
	if (filters.by) return names.speaker(filters.by, library.articles);
	if (sayer.length === 0) return null;
	// A word of the question may be an office or half a name: it is compared as a word.
	const test = names.test(sayer.join(" "));
	return (claim) => test(speakerNames(claim));
}

function isOf(word: string, sayer: readonly string[]): boolean {
	return word.split(" ").some((part) => sayer.includes(part));
}

/** An office is told so many words before or behind the name of who holds it. */
const officeReach = 8;

/** The question's words for whoever speaks (the governor, the Chinese embassy) stand in his name or beside it. */
function bearsOffice(
	claim: Claim,
	office: readonly AskedWord[],
	sentences: readonly TermSentence[],
): boolean {
	if (office.length === 0) return false;
	const name = namesAsWords(claim).words;
	const [first] = name;
	if (!first) return false;
	const near = sentences.flatMap(({ words }) =>
		words.flatMap(({ term }, at) =>
			term === first.term
				? [words.slice(Math.max(0, at - officeReach), at + name.length + officeReach)]
				: [],
		),
	);
	return [name, ...near].some((words) =>
		office.every((asked) => placesOf(words, asked, thresholds.sure).length > 0),
	);
}

function flag(holds: boolean): number {
	return holds ? 1 : 0;
}

const statedTerms = rememberedOf<ReadonlySet<string>>();

/** Share of these words, by weight, that a claim holds in what it says or is about; 1 where there are none. */
function heldIn({ claim }: ClaimRef, words: readonly AskedWord[]): number {
	const whole = words.reduce((sum, { share }) => sum + share, 0);
	if (whole === 0) return 1;
	const { quote, paraphrase, about, topics } = claim;
	const terms = statedTerms(claim, () => {
		const texts = [quote, paraphrase?.ar ?? "", paraphrase?.en ?? "", ...about, ...topics];
		return new Set(texts.flatMap((text) => tokens(text).map((token) => termOf(token.text))));
	});
	return words.reduce((sum, word) => sum + word.share * heldAmong(terms, word), 0) / whole;
}

const spokenNames = rememberedOf<TermSentence>();

function namesAsWords(claim: Claim): TermSentence {
	return spokenNames(claim, () => {
		const words = speakerNames(claim).flatMap((name) =>
			tokens(name ?? "").map((token) => ({ ...token, term: termOf(token.text) })),
		);
		return { from: 0, to: 0, words };
	});
}

/** Share of the sayer's words that stand together somewhere in a sentence; 1 where nobody is asked for. */
function namedTogether(
	sayer: readonly string[],
	asked: readonly AskedWord[],
	sentences: readonly Pick<TermSentence, "words">[],
): number {
	if (sayer.length === 0) return 1;
	const own = asked.filter(({ word }) => isOf(word, sayer));
	// Words that the search took for light or for one term are not asked for by themselves.
	if (own.length === 0) return 1;
	const reach = own.length + 1;
	let most = 0;
	for (const { words } of sentences) {
		const places = own.map((word) => placesOf(words, word, thresholds.sure));
		for (const start of places.flat()) {
			const held = places.filter((all) => all.some((at) => at >= start && at <= start + reach));
			most = Math.max(most, held.length / own.length);
		}
	}
	return most;
}
