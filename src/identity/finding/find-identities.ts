import type { FoundIdentities, Identity } from "../identity.ts";
import type { IdentityData } from "../identity-data.ts";
import { withoutAside } from "../joining/mentions.ts";
import { spelledWords } from "../spelling.ts";
import { compareBodies, comparePersons, type NameMatch } from "./compare-names.ts";
import { type NameIndex, type Searchable, type Spelling, spellingOf } from "./name-index.ts";

/**
 * Whom a name means: who is known by this very name, else by a longer or shorter one. A name is
 * compared in its own script; only who has no spelling there is compared across.
 */
export function findIdentities(asked: string, index: NameIndex): FoundIdentities {
	const listed = index.data.listed(asked);
	const known = listed ? index.ofListed(listed) : [];
	if (known.length > 0) return { identities: known, match: "whole" };
	const found = findByWords(asked, index, () => true);
	return found.match === "none" ? findBehindTitle(asked, index) : found;
}

/** From the surest down: what is found on one step leaves those below it aside. */
const steps = ["whole", "across", "part", "partAcross"] as const;
type Step = (typeof steps)[number];

function findByWords(
	asked: string,
	index: NameIndex,
	isMeant: (identity: Identity) => boolean,
): FoundIdentities {
	const { data } = index;
	const name = spellingOf(withoutAside(asked), data);
	const exact = index.spelled(name.text).filter(isMeant);
	if (exact.length > 0) return { identities: exact, match: "whole" };
	const found = new Map<Step, Identity[]>();
	for (const each of index.withWord(name.words)) {
		if (!isMeant(each.identity)) continue;
		const step = stepOf(name, each, data);
		const list = step && found.get(step);
		if (list) list.push(each.identity);
		else if (step) found.set(step, [each.identity]);
	}
	const step = steps.find((one) => found.has(one));
	if (!step) return { identities: [], match: "none" };
	const match = step === "part" || step === "partAcross" ? "part" : "whole";
	return { identities: found.get(step) ?? [], match };
}

function stepOf(
	asked: Spelling,
	{ identity, spellings }: Searchable,
	data: IdentityData,
): Step | undefined {
	const own = spellings.filter(({ arabic }) => arabic === asked.arabic);
	// Unnamed people and documents have no name that could be written or translated otherwise.
	if (identity.kind === "anonymous" || (identity.kind === "document" && own.length === 0))
		return undefined;
	let part = false;
	for (const known of own.length > 0 ? own : spellings) {
		const match = matchOf(asked, known, identity.kind, data);
		if (match === "whole") return own.length > 0 ? "whole" : "across";
		part ||= match === "part";
	}
	if (!part) return undefined;
	return own.length > 0 ? "part" : "partAcross";
}

function matchOf(
	asked: Spelling,
	known: Spelling,
	kind: Identity["kind"],
	data: IdentityData,
): NameMatch {
	return kind === "person"
		? comparePersons(asked.words, known.words, data.samePersonWord, asked.arabic !== known.arabic)
		: compareBodies(asked.body, known.body, data.sameBodyWord, kind === "outlet");
}

/** President Biden, السيدة يلين: an office or an address before a person's name. */
function findBehindTitle(asked: string, index: NameIndex): FoundIdentities {
	const { data } = index;
	const words = asked.trim().split(/\s+/);
	for (let from = 1; from < words.length; from++) {
		const title = spelledWords(words.slice(0, from).join(" "));
		if (!title.some((word) => data.isTitle(word))) continue;
		const name = words.slice(from).join(" ");
		const listed = data.listed(name) !== undefined;
		const { identities, match } = findByWords(name, index, ({ kind }) => kind === "person");
		// One name alone is anybody's, but for the title that he is known by.
		const meant = identities.filter(
			({ titles }) =>
				listed ||
				words.length - from > 1 ||
				titles.some((known) => title.every((word) => spelledWords(known).includes(word))),
		);
		if (meant.length > 0) return { identities: meant, match };
	}
	return { identities: [], match: "none" };
}

/** Likeness of two words, 0 to 1, from which one may have been meant for the other. */
const leastAlike = 0.75;
/** A name of more words is looked for by its first ones. */
const mostWords = 6;

/**
 * Whom the name may have been meant for, the likeliest first: a proposal, never an answer. Each word
 * of it is like one of theirs, or one is theirs: Helga Marquardt for Ellen Marquardt.
 */
export function likeIdentities(asked: string, index: NameIndex, limit: number): Identity[] {
	const words = spelledWords(asked).slice(0, mostWords);
	const scores = new Map<Searchable, number[]>();
	for (const [nth, word] of words.entries()) {
		for (const { score, holders } of index.soundingLike(word, leastAlike)) {
			for (const holder of holders) {
				const own = scores.get(holder) ?? words.map(() => 0);
				own[nth] = Math.max(own[nth] ?? 0, score);
				scores.set(holder, own);
			}
		}
	}
	const scored = [...scores].map(([{ identity, spellings }, own]) => {
		const rest = Math.min(...spellings.map((known) => known.words.length)) - words.length;
		const mean = own.reduce((sum, each) => sum + each, 0) / words.length;
		const exact = own.filter((score) => score === 1).length;
		const isLike = exact > 0 || Math.min(...own) > 0;
		return { identity, score: isLike ? exact + mean - 0.03 * Math.max(0, rest) : 0 };
	});
	return scored
		.filter(({ identity, score }) => identity.kind !== "anonymous" && !identity.joint && score > 0)
		.sort((a, b) => b.score - a.score || b.identity.claims - a.identity.claims)
		.slice(0, limit)
		.map(({ identity }) => identity);
}
