import type { SpeakerPhrase } from "../phrase.ts";
import type { Unit } from "../units.ts";
import { adjectiveState } from "./demonyms.ts";
import { closeOf, type Frame } from "./frames.ts";
import type { ArabicGrammar } from "./grammar.ts";
import { speakerPhrase } from "./speaker-phrase.ts";

const plain = (at: number, content: number): Frame => ({
	at,
	content,
	kind: "according",
	mode: "clause",
	speaker: null,
	agreement: null,
	via: [],
	act: "asserts",
	negated: false,
	peer: false,
	present: false,
	clauseFrom: at,
});

/** بحسب X، وفقاً لـX، على حد قول X، حسبما أكد X، كما ذكر X */
export function accordingFrame(g: ArabicGrammar, us: readonly Unit[], at: number): Frame | undefined {
	const word = us[at]?.text ?? "";
	let next = -1;
	if (g.accordingTo.has(word)) next = at + 1;
	else {
		if (pronounPhrase(g, us, at)) return { ...plain(at, at + 3), agreement: null };
		for (const phrase of g.accordingPhrases) {
			const first = phrase[0] ?? "";
			const same = phrase.every((w, k) => (k === 0 ? word === first || word === `و${first}` : us[at + k]?.text === w));
			// The last word of كما قال is itself the verb.
			if (same) next = at + (g.verbs.has(phrase[phrase.length - 1] ?? "") && phrase.length === 2 ? 1 : phrase.length);
		}
	}
	if (next < 0) return undefined;
	if (us[next]?.text === "ما" || us[next]?.text === "لما") next++;
	const verbWord = us[next]?.text ?? "";
	const form = g.verbs.get(verbWord)?.find((f) => f.form === "past" || f.form === "present");
	const relayed = /^نقل/.test(verbWord);
	if (form || relayed) next++;
	// نقلاً عن, استناداً إلى, وفقاً لـ
	if (/^(عن|الي|علي)$/.test(us[next]?.text ?? "")) next++;
	const shifted = withoutLam(g, us, next);
	const speaker = speakerPhrase(g, shifted, next, us.length);
	if (!speaker) return undefined;
	return { ...plain(at, speaker.to), speaker, act: form?.verb.act ?? "asserts" };
}

/** على حد قولهم: the speaker is whom the sentence is about. */
function pronounPhrase(g: ArabicGrammar, us: readonly Unit[], at: number): boolean {
	return g.accordingPhrases.some(
		(p) =>
			p.length === 3 &&
			p.slice(0, 2).every((w, k) => us[at + k]?.text === w) &&
			new RegExp(`^${p[2]}(ه|ها|هم|هما)$`, "u").test(us[at + 2]?.text ?? ""),
	);
}

/** للوكالة → الوكالة, لمسؤولين → مسؤولين: the preposition belongs to the frame, not to the name. */
export function withoutLam(g: ArabicGrammar, us: readonly Unit[], at: number): readonly Unit[] {
	const u = us[at];
	if (u?.kind !== "word" || !/^[لب]/.test(u.text) || u.text.length < 4) return us;
	if (g.heads.has(u.text) || g.outlets.match([u.text, us[at + 1]?.text ?? ""], 0)) return us;
	const out = [...us];
	const strip = (s: string) => (s.startsWith("لل") ? `ال${s.slice(2)}` : s.slice(1));
	out[at] = { ...u, text: strip(u.text), raw: strip(u.raw) };
	return out;
}

/** جاء في التقرير أن، ورد في البيان، صدر عن المركز أن */
export function reportedInFrame(g: ArabicGrammar, us: readonly Unit[], at: number): Frame | undefined {
	const word = (us[at]?.text ?? "").replace(/^[وف]/, "");
	const base = word.endsWith("ت") ? word.slice(0, -1) : word;
	if (!g.reportedIn.has(word) && !g.reportedIn.has(base)) return undefined;
	const link = us[at + 1]?.text ?? "";
	if (g.complementisers.has(link)) {
		// وفي تقرير نشره النادي، جاء أن …
		for (let i = at - 1; i >= Math.max(0, at - 16); i--) {
			const doc = /^و?في$/.test(us[i]?.text ?? "") ? speakerPhrase(g, us, i + 1, at) : undefined;
			if (doc?.kind === "document") return { ...plain(at, at + 2), kind: "verb", speaker: doc };
		}
		return undefined;
	}
	if (link !== "في" && link !== "عن" && link !== "علي") return undefined;
	let next = at + 2;
	if (us[next]?.text === "لسان") next++;
	const speaker = speakerPhrase(g, us, next, us.length);
	if (!speaker || (link === "في" && speaker.kind !== "document" && speaker.kind !== "outlet")) return undefined;
	for (let i = speaker.to; i < Math.min(us.length, speaker.to + 14); i++) {
		const u = us[i];
		if (!u || u.kind === "stop") break;
		if (u.kind === "word" && g.complementisers.has(u.text))
			return { ...plain(at, i + 1), kind: "verb", speaker, peer: /^و/.test(us[at]?.text ?? "") };
		if (u.kind === "colon") return { ...plain(at, i + 1), kind: "verb", mode: us[i + 1]?.kind === "open" ? "quote" : "clause", speaker };
		if (u.kind === "open" && u.raw !== "(" && closeOf(us, i) - i > 4)
			return { ...plain(at, i), kind: "verb", mode: "quote", speaker };
	}
	return undefined;
}

/** نقلت رويترز عن مسؤول قوله إن: the official speaks, the agency relays. */
export function relayFrame(g: ArabicGrammar, us: readonly Unit[], at: number): Frame | undefined {
	const word = (us[at]?.text ?? "").replace(/^[وف]/, "");
	if (!g.relayVerbs.has(word)) return undefined;
	const link = /^نسب/.test(word) ? "الي" : "عن";
	const outlet = speakerPhrase(g, us, at + 1, us.length);
	let i = outlet ? outlet.to : at + 1;
	while (i < Math.min(us.length, at + 14) && us[i]?.text !== link) i++;
	if (us[i]?.text !== link) return undefined;
	const speaker = speakerPhrase(g, us, i + 1, us.length);
	if (!speaker) return undefined;
	for (let j = speaker.to; j < Math.min(us.length, speaker.to + 14); j++) {
		const u = us[j];
		if (!u || u.kind === "stop") break;
		if (u.kind === "word" && g.complementisers.has(u.text))
			return { ...plain(at, j + 1), kind: "verb", speaker, via: outlet ? [outlet] : [], peer: /^و/.test(us[at]?.text ?? "") };
		if (u.kind === "colon" || (u.kind === "open" && u.raw !== "(")) {
			const quoteAt = u.kind === "colon" ? j + 1 : j;
			return {
				...plain(at, quoteAt),
				kind: "verb",
				mode: us[quoteAt]?.kind === "open" ? "quote" : "clause",
				speaker,
				via: outlet ? [outlet] : [],
			};
		}
	}
	return undefined;
}

/** نقلاً عن X after another source: who told the outlet. */
export function citedSource(g: ArabicGrammar, us: readonly Unit[], at: number): SpeakerPhrase | undefined {
	if (us[at]?.text !== "نقلا" || us[at + 1]?.text !== "عن") return undefined;
	return speakerPhrase(g, us, at + 2, us.length);
}

/** اتهامات أمريكية بأن، مزاعم فلان حول أن، تكهنات تلمح إلى */
export function nounFrame(g: ArabicGrammar, us: readonly Unit[], at: number): Frame | undefined {
	const word = (us[at]?.text ?? "").replace(/^[وفبل](?=ال|.{4})/, "");
	const act = g.claimNouns.get(us[at]?.text ?? "") ?? g.claimNouns.get(word);
	if (!act) return undefined;
	let next = at + 1;
	let speaker: SpeakerPhrase | null = null;
	const state = adjectiveState(g, us[next]?.text ?? "");
	if (state) {
		const u = us[next];
		speaker = {
			from: next,
			to: next + 1,
			text: state,
			name: state,
			title: "",
			head: "",
			kind: "state",
			spokesperson: false,
			plural: false,
			definite: false,
		};
		if (u) next++;
	} else {
		const phrase = speakerPhrase(g, us, next, us.length);
		if (phrase && phrase.kind !== "document" && (phrase.name || phrase.definite || phrase.kind === "organisation")) {
			speaker = phrase;
			next = phrase.to;
		}
	}
	for (let i = next; i < Math.min(us.length, next + 8); i++) {
		const u = us[i];
		if (!u || u.kind === "stop" || u.kind === "open") break;
		if (u.kind !== "word") continue;
		if (g.claimNounLinks.has(u.text)) {
			// حول أن, بشأن أن: without a clause it is only a subject of talk.
			const clause = /^ب?ان/.test(u.text) || g.complementisers.has(us[i + 1]?.text ?? "") || g.complementisers.has(us[i + 2]?.text ?? "");
			if (!clause && !(act === "predicts" && /^(الي|عن)$/.test(us[i + 1]?.text ?? ""))) return undefined;
			let content = i + 1;
			while (g.complementisers.has(us[content]?.text ?? "") || /^(الي|عن)$/.test(us[content]?.text ?? "")) content++;
			if (!us[content]) return undefined;
			return { ...plain(at, content), kind: "noun", speaker, act };
		}
		if (u.kind === "word" && /^ب../.test(u.text) && (act === "accuses" || act === "calls_for") && i === next && !g.prepositions.has(u.text))
			return { ...plain(at, i), kind: "noun", mode: "object", speaker, act };
	}
	return undefined;
}

/** وُصف بأنه، يُعتقد أن، وُجهت اتهامات: somebody says it, nobody says who. */
export function passiveFrame(g: ArabicGrammar, us: readonly Unit[], at: number): Frame | undefined {
	const u = us[at];
	if (!u) return undefined;
	const word = g.passives.some((p) => p.forms.has(u.text)) ? u.text : u.text.replace(/^[وف]/, "");
	const joined = /^[وف]/.test(u.text) && word !== u.text;
	const marked = /[\u064F]/u.test(u.raw);
	for (const { sure, forms, act, needs } of g.passives) {
		if (!forms.has(word)) continue;
		for (let i = at + 1; i < Math.min(us.length, at + 8); i++) {
			const next = us[i];
			if (!next || next.kind === "stop") break;
			if (next.kind !== "word" || !needs.has(next.text)) continue;
			if (!marked && !sure && joined) break;
			// Without the vowel only the bare pattern "verb + particle" is a passive.
			if (!marked && !sure && i > at + 1 && !/^(اتهام|اتهامات|اتهاما|تهم|تهمه)$/.test(next.text)) break;
			// وُجهت اتهامات للشركة بأنها: the clause is what is said.
			const clause = us.slice(i + 1, i + 7).findIndex((u) => u.kind === "word" && g.complementisers.has(u.text));
			return { ...plain(at, clause >= 0 && !g.complementisers.has(next.text) ? i + clause + 2 : i + 1), kind: "passive", act, peer: /^و/.test(u.text) && word !== u.text };
		}
	}
	return undefined;
}
