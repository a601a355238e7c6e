import type { Act } from "../../../domain/sets/acts.ts";
import { hasConjunction, withoutLongProclitic } from "../../../language/words/arabic-clitics.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import { adjectiveState } from "../demonyms.ts";
import type { ArabicGrammar, Passive } from "../grammar.ts";
import { speakerPhrase } from "../noun-phrase/noun-phrase.ts";
import { kindAt, type Text, textAt, unitAt } from "../sentence.ts";
import { type Frame, frame } from "./frame.ts";

const nounReach = 8;
const passiveReach = 8;
const clauseReach = 7;

/** اتهامات أمريكية بأن، مزاعم فلان حول أن، تكهنات تلمح إلى */
export function nounFrame(g: ArabicGrammar, t: Text, at: number): Frame | undefined {
	const act = claimNounAt(g, t, at);
	if (!act) return undefined;
	const speaker = ownerOf(g, t, at + 1);
	const from = speaker ? speaker.to : at + 1;
	for (let i = from; i < from + nounReach; i++) {
		const u = unitAt(t, i);
		if (!u || u.kind === "stop" || u.kind === "open") break;
		if (u.kind !== "word") continue;
		if (g.is.claimNounLinks.has(u.text)) {
			const content = behindLink(g, t, i, act);
			return content < 0 ? undefined : frame(at, content, { kind: "noun", speaker, act });
		}
		// اتهامات للشركة بالتهرب: the object of the noun is what is said.
		const prefixed = i === from && /^ب../.test(u.text) && !g.is.prepositions.has(u.text);
		if (prefixed && (act === "accuses" || act === "calls_for")) {
			return frame(at, i, { kind: "noun", mode: "object", speaker, act });
		}
	}
	return undefined;
}

function claimNounAt(g: ArabicGrammar, t: Text, at: number): Act | undefined {
	const word = textAt(t, at);
	return g.claimNouns.get(word) ?? g.claimNouns.get(withoutLongProclitic(word));
}

/** Whose claim it is: an adjective of a state, or a noun phrase of somebody certain. */
function ownerOf(g: ArabicGrammar, t: Text, at: number): SpeakerPhrase | null {
	const state = adjectiveState(g, textAt(t, at));
	if (state) return stateSpeaker(state, at);
	const phrase = speakerPhrase(g, t, at, t.end);
	if (!phrase || phrase.kind === "document") return null;
	return phrase.name || phrase.definite || phrase.kind === "organisation" ? phrase : null;
}

function stateSpeaker(name: string, at: number): SpeakerPhrase {
	return {
		from: at,
		to: at + 1,
		text: name,
		name,
		title: "",
		head: "",
		kind: "state",
		spokesperson: false,
		plural: false,
		definite: false,
	};
}

/** حول أن, بشأن أن: without a clause behind the link it is only a subject of talk, and -1. */
function behindLink(g: ArabicGrammar, t: Text, link: number, act: Act): number {
	const { complementisers, claimNounPrepositions } = g.is;
	const clause = [0, 1, 2].some((k) => complementisers.has(textAt(t, link + k)));
	const hint = act === "predicts" && claimNounPrepositions.has(textAt(t, link + 1));
	if (!clause && !hint) return -1;
	let content = link + 1;
	while (complementisers.has(textAt(t, content)) || claimNounPrepositions.has(textAt(t, content))) {
		content++;
	}
	return unitAt(t, content) ? content : -1;
}

/** وُصف بأنه، يُعتقد أن، وُجهت اتهامات: somebody says it, nobody says who. */
export function passiveFrame(g: ArabicGrammar, t: Text, at: number): Frame | undefined {
	const u = unitAt(t, at);
	if (u?.kind !== "word") return undefined;
	const joined = !g.passives.has(u.text) && hasConjunction(u.text);
	const word = joined ? u.text.slice(1) : u.text;
	const passives = g.passives.get(word);
	if (!passives) return undefined;
	// ما تردد عن: the object of another verb.
	if (g.is.whatever.has(textAt(t, at - 1))) return undefined;
	const marked = /\u064F/u.test(u.raw);
	for (const passive of passives) {
		const needed = neededBehind(t, at, passive);
		// Without the vowel only the bare pattern "verb + particle" is a passive.
		const sure = marked || passive.sure;
		const near = needed === at + 1 || passive.distant.has(textAt(t, needed));
		if (needed < 0 || !(sure || (!joined && near))) continue;
		// يُقدّر تقرير أن: the vowel of an imperfect may be the active verb's, which has a subject.
		const imperfect = /^[يت]/.test(word) && g.verbs.has(word);
		if (!passive.sure && imperfect && speakerPhrase(g, t, at + 1, needed)) continue;
		const content = clauseBehind(g, t, needed) ?? needed + 1;
		const peer = joined && u.text.startsWith("و");
		return frame(at, content, { kind: "passive", act: passive.act, peer });
	}
	return undefined;
}

/** Where the word stands that makes the verb a passive of speaking; -1 where it does not. */
function neededBehind(t: Text, at: number, { needs }: Passive): number {
	for (let i = at + 1; i < at + passiveReach; i++) {
		const kind = kindAt(t, i);
		if (!kind || kind === "stop" || kind === "comma") return -1;
		if (kind === "word" && needs.has(textAt(t, i))) return i;
	}
	return -1;
}

/** وُجهت اتهامات للشركة بأنها: the clause is what is said. */
function clauseBehind(g: ArabicGrammar, t: Text, needed: number): number | undefined {
	if (g.is.complementisers.has(textAt(t, needed))) return undefined;
	for (let i = needed + 1; i < needed + clauseReach; i++) {
		if (kindAt(t, i) === "word" && g.is.complementisers.has(textAt(t, i))) return i + 1;
	}
	return undefined;
}
