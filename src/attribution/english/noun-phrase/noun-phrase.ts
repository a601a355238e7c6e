import type { EnglishGrammar, HeadEntry } from "../grammar.ts";
import { isBracket, isCapital, type Text } from "../sentence.ts";

/** A noun phrase longer than this is none: something else was read as one. */
const longest = 18;
const mostModifiers = 6;

/** The parts of a noun phrase up to its last head or capitalised word. Indexes are into the units. */
export type NounPhrase = {
	from: number;
	/** Behind the article and what counts. */
	core: number;
	/** Exclusive. */
	to: number;
	definite: boolean;
	indefinite: boolean;
	plural: boolean;
	/** Has an owner before it: Chad's army, its spokesman. */
	owned: boolean;
	head: HeadEntry | undefined;
	headAt: number;
	/** Capitalised run that is, or holds, the name; -1 where there is none. */
	nameFrom: number;
	nameTo: number;
};

type Opening = Pick<NounPhrase, "core" | "definite" | "indefinite" | "plural" | "owned">;

/** Articles, numbers and quantities: the two, several of the, its. */
function opening(g: EnglishGrammar, t: Text, at: number, limit: number): Opening {
	const o: Opening = { core: at, definite: false, indefinite: false, plural: false, owned: false };
	for (let i = at; i < limit; i++) {
		const w = t.words[i] ?? "";
		const number = /^\p{Nd}/u.test(w) && !w.endsWith("%");
		if (g.is.quantifierNouns.has(w) && t.words[i + 1] === "of") {
			o.plural = o.indefinite = true;
			i++;
		} else if (g.is.possessives.has(w)) o.definite = o.owned = true;
		else if (g.is.indefinite.has(w) || number) {
			o.indefinite = true;
			if (w !== "a" && w !== "an" && w !== "one" && w !== "another") o.plural = true;
		} else if (g.is.articles.has(w)) o.definite = true;
		else break;
		o.core = i + 1;
	}
	return o;
}

/** Reads the noun phrase at `at`; undefined where there is neither a known noun nor a name. */
export function nounPhrase(
	g: EnglishGrammar,
	t: Text,
	at: number,
	limit: number,
): NounPhrase | undefined {
	const open = opening(g, t, at, limit);
	const np: NounPhrase = {
		...open,
		from: at,
		to: open.core,
		head: undefined,
		headAt: -1,
		nameFrom: -1,
		nameTo: -1,
	};
	let modifiers = 0;
	/** The last word that no list knows. */
	let plain = -1;
	let i = open.core;
	for (; i < limit && i - at < longest; i++) {
		const u = t.us[i];
		const w = t.words[i] ?? "";
		if (!u) break;
		if (u.kind !== "word") {
			const past = behindMark(t, i, limit, np);
			if (past < 0) break;
			i = past;
			continue;
		}
		// Over (IAEA) and other brackets the phrase goes on only where a verb or a mark follows.
		if (np.to > open.core && isBracket(t.us[i - 1])) break;
		const head = g.heads.get(w);
		const capital = isCapital(t, i) && !(i === t.begin && opensPlainly(g, t, i, head));
		if (capital) {
			// Lind met | Dahl: a word that is no noun between two names parts them.
			if (np.nameTo >= 0 && np.nameTo < i && np.headAt < np.nameTo && plain === i - 1) break;
			i = name(g, t, i, limit, np);
			if (t.owner[i] && i + 1 < limit) owner(np, i);
			continue;
		}
		// A possessive at the very end is the phrase itself: Lind's | claim.
		if (t.owner[i] && i + 1 < limit) {
			if (closed(g, w)) break;
			owner(np, i);
			continue;
		}
		if (head && !(closed(g, w) && np.headAt < 0)) {
			np.head = head;
			np.headAt = i;
			np.nameFrom = np.nameTo = -1;
			np.to = i + 1;
			continue;
		}
		if (g.is.nameParticles.has(w) && np.nameTo === i && isCapital(t, i + 1)) continue;
		if (/^\p{Nd}/u.test(w)) {
			// Local 12: the number is part of the name.
			if (np.nameTo === i && g.heads.has(t.words[i - 1] ?? "")) np.nameTo = np.to = i + 1;
			else if (np.headAt >= 0 || np.nameTo >= 0) break;
			continue;
		}
		if (closed(g, w) || reports(g, w)) break;
		// The bank | two branches; the army | killed
		if (np.to > open.core && g.is.indefinite.has(w)) break;
		if (np.headAt >= 0 && np.headAt < i && w.endsWith("ed") && !w.includes("-")) break;
		// a charge | Kenya denies
		if (g.is.elidedClaimNouns.has(w)) break;
		if (w.endsWith("ly") && w.length > 4 && !g.is.lyNouns.has(w) && np.to > open.core) break;
		plain = i;
		if (++modifiers > mostModifiers) break;
	}
	if (np.headAt < 0 && np.nameFrom < 0) people(g, t, np, i);
	return np.to > open.core ? np : undefined;
}

/** Marks that a phrase may hold: a bracket behind a name, a hyphen, an ampersand. */
function behindMark(t: Text, i: number, limit: number, np: NounPhrase): number {
	const u = t.us[i];
	if (!u) return -1;
	if (u.raw === "(") {
		for (let j = i + 1; j < Math.min(limit, i + 8); j++)
			if (t.us[j]?.raw === ")" && np.to === i) {
				np.to = j + 1;
				return j;
			}
		return -1;
	}
	if (u.raw === "&" && np.nameTo === i) return i;
	const glued = t.us[i - 1]?.end === u.start && t.us[i + 1]?.start === u.end;
	return u.kind === "dash" && glued ? i : -1;
}

/** A capitalised word, or a known name of several; gives its last unit. */
function name(g: EnglishGrammar, t: Text, i: number, limit: number, np: NounPhrase): number {
	const length = Math.max(known(g, t, i, limit), 1);
	const last = i + length - 1;
	const head = g.heads.get(t.words[last] ?? "") ?? g.namedHeads.get(t.words[last] ?? "");
	const titled = head?.head.kind === "person" || head?.head.kind === "spokesperson";
	const follows = np.nameTo >= 0 && np.nameTo >= i - 1 && np.to >= np.nameTo;
	if (head && length === 1 && titled && !surname(g, t, np, i, limit)) {
		np.head = head;
		np.headAt = last;
		np.nameFrom = np.nameTo = -1;
	} else {
		if (!follows) np.nameFrom = i;
		np.nameTo = last + 1;
		const inside = np.headAt >= np.nameFrom;
		// Bill Green: no noun makes a name unless it ends it; a body's may (Bank Leumi).
		if (inside && np.head?.head.kind !== "organisation" && np.head?.head.kind !== "outlet")
			dropHead(np);
		// The Foundation, Evening Post: a capitalised noun makes the run the name of a body.
		if (!titled && head && (np.headAt < 0 || inside)) {
			np.head = head;
			np.headAt = last;
		}
	}
	np.to = last + 1;
	return behindLinks(g, t, last, limit, np);
}

function dropHead(np: NounPhrase): void {
	np.head = undefined;
	np.headAt = -1;
}

/** Martin King: a title behind a name and before none is a surname, unless a body stands there. */
function surname(g: EnglishGrammar, t: Text, np: NounPhrase, i: number, limit: number): boolean {
	if (np.nameTo !== i || np.headAt >= 0 || (i + 1 < limit && isCapital(t, i + 1))) return false;
	const before = t.words[i - 1] ?? "";
	if (g.stateAdjectives.has(before) || g.heads.has(before) || g.namedHeads.has(before))
		return false;
	return known(g, t, np.nameFrom, limit) === 0 && i - np.nameFrom <= 3;
}

/** The sentence's first word is written with a capital whatever it is. */
function opensPlainly(g: EnglishGrammar, t: Text, i: number, head: HeadEntry | undefined): boolean {
	if (closed(g, t.words[i] ?? "")) return true;
	return head !== undefined && !isCapital(t, i + 1);
}

/** Ministry of Trade, Institute for Peace and Law: links inside the name of a body. */
function behindLinks(
	g: EnglishGrammar,
	t: Text,
	last: number,
	limit: number,
	np: NounPhrase,
): number {
	const body = np.head && np.headAt >= np.nameFrom && np.nameFrom >= 0;
	if (!body || t.owner[last]) return last;
	let j = last + 1;
	const first = t.words[j] ?? "";
	if (
		first !== "of" &&
		first !== "for" &&
		first !== "on" &&
		!(first === "and" && linked(g, t, np, last))
	)
		return last;
	while (j < limit && g.is.organisationLinks.has(t.words[j] ?? "") && j - last < 3) j++;
	if (j >= limit || !isCapital(t, j) || t.us[j]?.kind !== "word") return last;
	if (g.is.timeWords.has(t.words[j] ?? "")) return last;
	if (first === "and" && reports(g, t.words[j] ?? "")) return last;
	const end = j + Math.max(known(g, t, j, limit), 1);
	np.nameTo = np.to = end;
	return end - 1;
}

/** "and" joins parts of one name only behind of, for or on. */
function linked(g: EnglishGrammar, t: Text, np: NounPhrase, last: number): boolean {
	for (let i = np.nameFrom; i < last; i++)
		if (g.is.organisationLinks.has(t.words[i] ?? "")) return true;
	return false;
}

/** Number of units of an entity or outlet that begins here; 0 for none. */
export function known(g: EnglishGrammar, t: Text, i: number, limit: number): number {
	if (!isCapital(t, i)) return 0;
	const entity = g.entities.match(t.words, i);
	const outlet = g.outlets.match(t.words, i);
	const length = Math.max(entity?.length ?? 0, outlet?.length ?? 0);
	const raw = t.us[i]?.raw ?? "";
	// WHO and US, not Who and us.
	if (length === 1 && closed(g, t.words[i] ?? "") && raw !== raw.toUpperCase()) return 0;
	return i + length <= limit ? length : 0;
}

/** What stood so far owns what comes: Chad's …, the company's …. */
function owner(np: NounPhrase, i: number): void {
	np.owned = np.definite = true;
	np.indefinite = np.plural = false;
	np.head = undefined;
	np.headAt = np.nameFrom = np.nameTo = -1;
	np.to = np.core;
	np.core = i + 1;
	np.to = i + 1;
}

/** shopkeepers, a goalkeeper: nouns for people that no list holds. */
function people(g: EnglishGrammar, t: Text, np: NounPhrase, stop: number): void {
	for (let i = stop - 1; i >= np.core; i--) {
		const w = t.words[i] ?? "";
		if (t.us[i]?.kind !== "word" || w.length < 5 || g.is.notPeople.has(w) || t.owner[i]) continue;
		const plural = [...g.is.personEndings].some((e) => w.endsWith(e));
		const singular = [...g.is.personSingularEndings].some((e) => w.endsWith(e));
		if (!plural && !(singular && (np.definite || np.indefinite))) continue;
		np.head = {
			head: { kind: plural ? "anonymous" : "person", singular: [w], title: true },
			plural,
			lemma: plural ? w.replace(/s$/, "") : w,
		};
		np.headAt = i;
		np.to = i + 1;
		return;
	}
}

/** Words of the closed classes: no noun phrase goes over them. */
export function closed(g: EnglishGrammar, w: string): boolean {
	const { is } = g;
	return (
		is.prepositions.has(w) ||
		is.conjunctions.has(w) ||
		is.finite.has(w) ||
		is.modals.has(w) ||
		is.perfect.has(w) ||
		is.be.has(w) ||
		is.do.has(w) ||
		is.negations.has(w) ||
		is.negativeSubjects.has(w) ||
		is.articles.has(w) ||
		is.narrator.has(w) ||
		g.pronouns.has(w) ||
		is.silenceVerbs.has(w)
	);
}

/** A form of a reporting verb that is not also a noun. */
function reports(g: EnglishGrammar, w: string): boolean {
	return (
		g.verbs
			.get(w)
			?.some((f) => f.form === "past" || f.form === "participle" || f.form === "present") ===
			true && !g.heads.has(w)
	);
}
