import type { SpeakerPhrase } from "../phrase.ts";
import type { Unit } from "../units.ts";
import type { ArabicGrammar } from "./grammar.ts";
import { speakerPhrase } from "./speaker-phrase.ts";

export type SegmentSubject = {
	phrase: SpeakerPhrase;
	from: number;
	/** The clause consists of the phrase and nothing else before the verb. */
	whole: boolean;
	/** Something stands between the phrase and the verb. */
	loose: boolean;
};

/** The noun phrase before the verb at `verb`, where the clause begins with it: بوتين قال، الذي نفى. */
export function subjectBefore(
	g: ArabicGrammar,
	us: readonly Unit[],
	verb: number,
	floor: number,
): SegmentSubject | undefined {
	let end = verb;
	while (end > floor && isAuxiliary(g, us[end - 1])) end--;
	const relative = /^(الذي|التي|الذين|الذى)$/.test(us[end - 1]?.text ?? "");
	if (relative) return antecedent(g, us, end - 1, floor);
	for (const from of clauseStarts(g, us, end, floor)) {
		const phrase = speakerPhrase(g, us, from, end);
		if (!phrase) continue;
		const gap = us.slice(phrase.to, end).filter((u) => u.kind !== "comma" && !isAside(g, u));
		if (gap.length === 0) return { phrase, from, whole: true, loose: false };
	}
	return undefined;
}

/** Where the clause that holds `end` may begin: after إن/أن, a comma, a conjunction, the openers. */
function clauseStarts(g: ArabicGrammar, us: readonly Unit[], end: number, floor: number): number[] {
	const starts: number[] = [];
	for (let i = end - 1; i >= Math.max(floor, end - 24); i--) {
		const u = us[i];
		if (!u) break;
		if (u.kind === "stop" || u.kind === "colon") {
			starts.push(i + 1);
			break;
		}
		if (u.kind === "comma" || u.kind === "open") starts.push(i + 1);
		if (u.kind === "word" && (g.complementisers.has(u.text) || g.openers.has(u.text) || /^(و?لكن|بيد|اذ|حيث|عندما|بينما)$/.test(u.text)))
			starts.push(i + 1);
		if (i === floor) starts.push(i);
	}
	return starts;
}

function antecedent(g: ArabicGrammar, us: readonly Unit[], relative: number, floor: number): SegmentSubject | undefined {
	for (let from = Math.max(floor, relative - 8); from < relative; from++) {
		const before = us[from - 1];
		if (before?.kind === "word" && from > floor && !g.prepositions.has(before.text) && !g.openers.has(before.text) && !g.complementisers.has(before.text)) continue;
		const phrase = speakerPhrase(g, us, from, relative);
		if (phrase && phrase.to >= relative - 1) return { phrase, from, whole: true, loose: false };
	}
	return undefined;
}

function isAuxiliary(g: ArabicGrammar, u: Unit | undefined): boolean {
	return (
		u?.kind === "word" &&
		(g.auxiliaries.has(u.text) || g.negations.has(u.text) || g.negations.has(u.text.replace(/^[وف]/, "")))
	);
}

function isAside(g: ArabicGrammar, u: Unit): boolean {
	return u.kind === "word" && (g.stops.has(u.text) || g.auxiliaries.has(u.text)) && !g.complementisers.has(u.text);
}

/** Whom the sentence is about: the subject of its first verb, reporting or not. */
export function mainSubject(g: ArabicGrammar, us: readonly Unit[]): SpeakerPhrase | null {
	let i = 0;
	while (i < us.length && i < 6) {
		const u = us[i];
		if (u?.kind !== "word") {
			i++;
			continue;
		}
		const rest = u.text.replace(/^[وف]/, "");
		if (g.openers.has(u.text) || g.openers.has(rest) || g.auxiliaries.has(rest) || g.negations.has(u.text) || g.negations.has(rest)) {
			i++;
			continue;
		}
		break;
	}
	const first = us[i];
	if (first?.kind !== "word") return null;
	const bare = first.text.replace(/^[وف]/, "");
	const verb = g.words.isVerb(bare) || g.verbs.has(bare) || g.words.isVerb(first.text);
	if (verb && !g.heads.has(first.text)) return speakerPhrase(g, us, i + 1, us.length) ?? null;
	// وتداول ناشطون: an unknown word before a known noun of people is a verb.
	const next = us[i + 1]?.text ?? "";
	const known = (w: string) => g.heads.has(w) || g.entities.match([w, us[i + 2]?.text ?? ""], 0) !== undefined;
	if (/^[وف]/.test(first.text) && !known(first.text) && !known(bare) && known(next)) return speakerPhrase(g, us, i + 1, us.length) ?? null;
	const nominal = speakerPhrase(g, us, i, us.length);
	if (nominal) return nominal;
	return speakerPhrase(g, us, i + 1, us.length) ?? null;
}
