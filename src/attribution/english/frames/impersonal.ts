import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import { isAdverb, skipAdjuncts } from "../clause/adjuncts.ts";
import { relayIn } from "../clause/before-the-verb.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { closed, known } from "../noun-phrase/noun-phrase.ts";
import { speakerPhrase, words } from "../noun-phrase/speaker-of.ts";
import { isCapital, quoteFrom, type Text } from "../sentence.ts";
import { type Frame, frame } from "./frame.ts";

/** According to X, …; …, according to X. */
export function accordingFrame(g: EnglishGrammar, t: Text, i: number): Frame | undefined {
	if (t.words[i] !== "according" || t.words[i + 1] !== "to") return undefined;
	const at = i + 2;
	const phrase = speakerPhrase(g, t, at, t.end);
	const pronoun = phrase ? undefined : g.pronouns.get(t.words[at] ?? "");
	if (!phrase && pronoun === undefined) return undefined;
	const adjuncts = skipAdjuncts(g, t, phrase?.to ?? at + 1, t.end);
	const base = {
		kind: "according" as const,
		verb: i,
		from: i,
		speaker: phrase ?? null,
		agreement: phrase ? (phrase.plural ? ("p" as const) : null) : (pronoun ?? null),
		act: "asserts" as const,
		via: adjuncts.via,
	};
	if (phrase) relayIn(g, t, phrase.from, phrase.to, base.via);
	const leads = onlyOpeners(g, t, t.begin, i);
	// A description that no rule reads ends at the comma before what is said.
	let content = adjuncts.to;
	if (leads)
		for (let j = content; j < Math.min(t.end, content + 14) && t.us[content]?.kind === "word"; j++)
			if (t.us[j]?.kind === "comma") content = j;
	if (t.us[content]?.kind === "comma") content++;
	return frame({ ...base, content, mode: leads ? "clause" : "behind", after: adjuncts.to });
}

export function onlyOpeners(g: EnglishGrammar, t: Text, from: number, to: number): boolean {
	for (let i = from; i < to; i++)
		if (t.us[i]?.kind === "word" && !g.is.openers.has(t.words[i] ?? "")) return false;
	return true;
}

/** X is believed to …, it is alleged that …, X has been accused of …, X was quoted as saying …. */
export function passiveFrame(
	g: EnglishGrammar,
	t: Text,
	i: number,
	floor: number,
): Frame | undefined {
	const w = t.words[i] ?? "";
	const passive = g.passives.get(w);
	const relays = g.is.passiveRelays.has(w);
	if ((!passive && !relays) || t.us[i]?.kind !== "word") return undefined;
	const be = beBefore(g, t, i);
	if (be < 0) return undefined;
	const clause = clauseStart(g, t, be, floor);
	const subject = speakerPhrase(g, t, clause, be);
	if (relays) return quoted(g, t, i, clause, be, subject);
	if (!passive) return undefined;
	let at = i + 1;
	while (isAdverb(g, t.words[at] ?? "")) at++;
	let agent: SpeakerPhrase | undefined;
	if (t.words[at] === "by") {
		let link = at + 1;
		while (link < Math.min(t.end, at + 14) && !passive.needs.has(t.words[link] ?? "")) link++;
		agent = speakerPhrase(g, t, at + 1, link);
		if (!agent) return undefined;
		at = skipAdjuncts(g, t, agent.to, t.end).to;
	}
	const link = t.words[at] ?? "";
	if (!passive.needs.has(link)) return undefined;
	const impersonal = link === "that";
	if (impersonal && t.words[clause] !== "it") return undefined;
	if (
		link === "to" &&
		!g.is.be.has(t.words[at + 1] ?? "") &&
		!g.is.perfect.has(t.words[at + 1] ?? "") &&
		closed(g, t.words[at + 1] ?? "")
	)
		return undefined;
	const present = t.words[be] === "is" || t.words[be] === "are";
	return frame({
		kind: "passive",
		verb: i,
		from: clause,
		content: impersonal ? at + 1 : clause,
		mode: "clause",
		after: at,
		speaker: agent ?? null,
		agreement: null,
		act: passive.act,
		unnamed: !agent,
		present,
	});
}

/** The form of "be" before the participle, over adverbs; -1 where none stands or it is denied. */
function beBefore(g: EnglishGrammar, t: Text, i: number): number {
	let j = i - 1;
	let be = -1;
	while (j >= 0 && i - j < 6) {
		const w = t.words[j] ?? "";
		if (g.is.negations.has(w) || g.is.modals.has(w)) return -1;
		if (g.is.be.has(w) || (be >= 0 && g.is.perfect.has(w))) be = j;
		else if (!isAdverb(g, w) || closed(g, w)) break;
		j--;
	}
	return be;
}

/** Behind the last mark or conjunction before `at`. */
function clauseStart(g: EnglishGrammar, t: Text, at: number, floor: number): number {
	let from = Math.max(floor, at - 30);
	for (let i = at - 1; i >= from; i--) {
		const u = t.us[i];
		const w = t.words[i] ?? "";
		const glued = u?.kind === "dash" && t.us[i - 1]?.end === u.start;
		const mark = u !== undefined && u.kind !== "word" && u.kind !== "mark" && !glued;
		if (mark || g.is.conjunctions.has(w)) {
			from = i + 1;
			break;
		}
	}
	return from;
}

/** X was quoted (by Y) as saying: X speaks, Y relays. */
function quoted(
	g: EnglishGrammar,
	t: Text,
	i: number,
	clause: number,
	be: number,
	subject: SpeakerPhrase | undefined,
): Frame | undefined {
	const pronoun = subject ? undefined : g.pronouns.get(t.words[clause] ?? "");
	if (!subject && pronoun === undefined) return undefined;
	let relay: SpeakerPhrase[] = [];
	let as = -1;
	for (let j = i + 1; j < Math.min(t.end, i + 16); j++) {
		if (t.words[j] === "by") {
			const by = speakerPhrase(g, t, j + 1, t.end);
			if (by)
				relay = [
					{ ...by, kind: by.kind === "organisation" || by.kind === "person" ? "outlet" : by.kind },
				];
		}
		if (t.words[j] === "as" && g.is.asSaying.has(t.words[j + 1] ?? "")) {
			as = j;
			break;
		}
	}
	if (as < 0) return undefined;
	let content = as + 2;
	// as saying by Y that …; as saying on Monday that …
	if (t.words[content] === "by") {
		const by = speakerPhrase(g, t, content + 1, t.end);
		if (by) {
			relay = [
				{ ...by, kind: by.kind === "organisation" || by.kind === "person" ? "outlet" : by.kind },
			];
			content = by.to;
		}
	}
	const adjuncts = skipAdjuncts(g, t, content, t.end);
	if (g.is.complementisers.has(t.words[adjuncts.to] ?? "")) content = adjuncts.to + 1;
	if (t.us[content]?.kind === "comma" || t.us[content]?.kind === "colon") content++;
	return frame({
		kind: "verb",
		verb: i,
		from: clause,
		content,
		mode: quoteFrom(t, content) ? "quote" : "clause",
		speaker: subject ?? null,
		agreement: subject?.plural ? "p" : (pronoun ?? null),
		via: [
			...relay,
			...skipAdjuncts(g, t, i + 1, as).via.filter((v) => !relay.some((r) => r.from === v.from)),
		],
		act: "asserts",
		present: t.words[be] === "is" || t.words[be] === "are",
	});
}

/** US accusations that …, reports from X that …, its pledge that …. */
export function nounFrame(g: EnglishGrammar, t: Text, i: number): Frame | undefined {
	const w = t.words[i] ?? "";
	const act = t.us[i]?.kind === "word" && !t.owner[i] ? g.claimNouns.get(w) : undefined;
	if (!act) return undefined;
	let at = i + 1;
	let agent: SpeakerPhrase | undefined;
	const link = t.words[at] ?? "";
	if (link === "by" || link === "from") {
		agent = speakerPhrase(g, t, at + 1, t.end);
		if (!agent) return undefined;
		at = agent.to;
	} else if (link === "in" || link === "on") at = skipAdjuncts(g, t, at, t.end).to;
	if (!g.is.complementisers.has(t.words[at] ?? "") || at + 2 >= t.end) return undefined;
	// "reports that found", "a claim that was denied": a relative clause about the noun.
	const next = t.words[at + 1] ?? "";
	if (g.is.finite.has(next) || g.verbs.get(next)?.some((f) => f.form !== "base")) return undefined;
	const owner = agent ?? ownerBefore(g, t, i);
	const possessive = t.words[i - 1] ?? "";
	const pronoun = owner
		? undefined
		: g.is.possessives.has(possessive)
			? g.pronouns.get(possessive)
			: undefined;
	const owned = owner !== undefined || pronoun !== undefined;
	if (!owned && (g.is.possessedOnly.has(w) || g.is.negativeSubjects.has(possessive)))
		return undefined;
	const denied = t.words
		.slice(Math.max(0, i - 5), i)
		.some((x) => x === "no" || g.is.negations.has(x));
	if (denied) return undefined;
	return frame({
		kind: "noun",
		verb: i,
		from: owner && !agent ? owner.from : i,
		content: at + 1,
		mode: "clause",
		speaker: owner ?? null,
		agreement: owner ? (owner.plural ? "p" : null) : (pronoun ?? null),
		act,
		unnamed: !owned,
		until: nounEnd(g, t, i, at + 1),
	});
}

/** "The claim that nobody was hurt is …": the clause ends before the noun's own verb. */
function nounEnd(g: EnglishGrammar, t: Text, noun: number, content: number): number {
	for (let i = Math.max(t.begin, noun - 12); i < noun; i++)
		if (
			g.is.finite.has(t.words[i] ?? "") ||
			g.verbs.has(t.words[i] ?? "") ||
			t.us[i]?.kind === "comma"
		)
			return -1;
	let seen = false;
	for (let i = content; i < Math.min(t.end, content + 40); i++) {
		const w = t.words[i] ?? "";
		if (t.us[i]?.kind === "comma" || !g.is.finite.has(w)) continue;
		const before = t.words[i - 1] ?? "";
		const auxiliary = g.is.be.has(before) || g.is.perfect.has(before) || g.is.modals.has(before);
		const chained =
			auxiliary ||
			g.is.do.has(before) ||
			g.is.conjunctions.has(before) ||
			g.is.negations.has(before);
		if (seen && !chained) return i;
		seen = true;
	}
	return -1;
}

/** US, Iranian, Chad's, the minister's: whose accusation it is. */
function ownerBefore(g: EnglishGrammar, t: Text, i: number): SpeakerPhrase | undefined {
	const last = i - 1;
	const u = t.us[last];
	if (u?.kind !== "word") return undefined;
	for (let from = Math.max(t.begin, last - 5); from <= last; from++) {
		const before = t.words[from - 1] ?? "";
		const opens =
			from === t.begin ||
			t.us[from - 1]?.kind !== "word" ||
			closed(g, before) ||
			g.verbs.has(before);
		const first = t.words[from] ?? "";
		const nominal =
			isCapital(t, from) ||
			g.heads.has(first) ||
			g.is.articles.has(first) ||
			g.is.possessives.has(first);
		if (!opens || !nominal) continue;
		const phrase = speakerPhrase(g, t, from, i);
		if (!phrase || phrase.to !== i) continue;
		if (t.owner[last]) return phrase;
		const state = g.stateAdjectives.get(t.words[last] ?? "");
		const entity = known(g, t, last, i) > 0;
		if (isCapital(t, last) && (state || entity)) {
			const name = state && !entity ? state.en : words(t, phrase.from, i).replace(/^the /i, "");
			return { ...phrase, name, title: "", kind: phrase.kind === "person" ? "state" : phrase.kind };
		}
	}
	// Chad's army's claim: nothing shorter was read as a name.
	if (!t.owner[last]) return undefined;
	const phrase = speakerPhrase(g, t, last, i);
	return phrase?.to === i ? phrase : undefined;
}
