import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import { addressee } from "../clause/addressee.ts";
import { skipAdjuncts } from "../clause/adjuncts.ts";
import { type Subject, subjectBefore } from "../clause/subject.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { speakerPhrase } from "../noun-phrase/speaker-of.ts";
import { quoteFrom, type Text } from "../sentence.ts";
import { contentAt } from "./content.ts";
import { type Frame, frame } from "./frame.ts";
import { type About, elided, inverted, participle, type Reading } from "./subjectless.ts";

/** Reads the verb at `i` as a reporting verb with its subject; undefined where it is none. */
export function verbFrame(
	g: EnglishGrammar,
	t: Text,
	i: number,
	floor: number,
	previous: Frame | undefined,
	about?: About,
): Frame | undefined {
	const forms = t.us[i]?.kind === "word" && !t.owner[i] ? g.verbs.get(t.words[i] ?? "") : undefined;
	if (!forms || isNameWithin(t, i)) return undefined;
	const fitting = forms.filter((f) => f.particle.every((w, k) => t.words[i + 1 + k] === w));
	const finite = fitting.filter((f) => f.form !== "participle");
	const start = carrierStart(g, t, i);
	const subject = subjectBefore(g, t, start, floor);
	for (const form of finite) {
		const reading = { form, after: i + 1 + form.particle.length, clauseEnd: start };
		const found =
			withSubject(g, t, i, reading, subject, start < i) ??
			inverted(g, t, i, reading, subject) ??
			elided(g, t, i, reading, subject, previous, about);
		if (found) return found;
	}
	for (const form of fitting) {
		if (form.form !== "participle") continue;
		const found = participle(
			g,
			t,
			i,
			{ form, after: i + 1 + form.particle.length, clauseEnd: i },
			subject,
			previous,
		);
		if (found) return found;
	}
	return undefined;
}

/** The United States: a capital behind a capital is no verb. */
const isNameWithin = (t: Text, i: number): boolean =>
	/^\p{Lu}\p{Ll}/u.test(t.us[i]?.raw ?? "") && /^\p{Lu}/u.test(t.us[i - 1]?.raw ?? "");

/** went on to say: the subject stands before the whole phrase. */
function carrierStart(g: EnglishGrammar, t: Text, i: number): number {
	if (t.words[i - 1] !== "to") return i;
	for (let length = 2; length <= 4; length++)
		if (g.is.infinitiveCarriers.has(t.words.slice(i - length, i).join(" "))) return i - length;
	return i;
}

function withSubject(
	g: EnglishGrammar,
	t: Text,
	i: number,
	r: Reading,
	subject: Subject | undefined,
	carried: boolean,
): Frame | undefined {
	if (!subject) return undefined;
	const { gap, phrase } = subject;
	const { verb, form } = r.form;
	if (gap.modal && !carried) return undefined;
	// for this report, its claims: a noun.
	const article = t.words[i - 1] ?? "";
	if (form !== "past" && (g.is.articles.has(article) || g.is.possessives.has(article)))
		return undefined;
	if (gap.be) return undefined;
	const plural = phrase
		? phrase.plural || /^(anonymous|organisation|document)$/.test(phrase.kind)
		: subject.agreement === "p";
	if (form === "base" && !plural && !carried && !verb.past.includes(verb.base)) return undefined;
	if (form === "present" && phrase?.plural && gap.more.length === 0) return undefined;
	if (t.words[r.after] === "by" && form === "past") return undefined;
	if (verb.sources && phrase && !verb.sources.includes(phrase.kind)) return undefined;
	const irrealis =
		g.is.irrealis.has(t.words[subject.from - 1] ?? "") && t.us[subject.from - 1]?.kind === "word";
	if (irrealis) return undefined;
	const base = {
		verb: i,
		from: subject.from,
		speaker: phrase,
		agreement: subject.agreement,
		negated: gap.negated || negativeSubject(g, t, subject),
		relative: gap.relative,
		present: form === "present" || (form === "base" && !carried),
		via: [...gap.via],
		act: verb.act,
	};
	if (verb.frames.includes("relays")) return relayed(g, t, r.after, base);
	const asPut = t.words[subject.from - 1] === "as";
	const content = asPut ? undefined : contentAt(g, t, verb, r.after);
	const cited = cites(gap.citing ? { phrase: gap.citing } : undefined, base);
	if (content && !(content.mode === "quote" && standsBehind(t, subject.from, content.content))) {
		return frame({
			kind: "verb",
			...cited,
			mode: content.mode,
			content: content.content,
			via: [...content.via, ...cited.via],
		});
	}
	const charge = content ? undefined : elidedObject(g, t, subject.from, r.after);
	if (charge !== undefined && (verb.act === "denies" || verb.frames.includes("object")))
		return frame({
			kind: "verb",
			...base,
			from: charge,
			content: charge,
			until: r.after,
			after: r.after,
			mode: "object",
			relative: false,
		});
	const behind = behindFrame(g, t, r, subject.from, content?.mode === "quote");
	if (!behind)
		return base.negated
			? frame({ kind: "silence", ...base, mode: "clause", content: r.after })
			: undefined;
	return frame({ kind: "verb", ...cited, ...behind, via: [...behind.via, ...cited.via] });
}

/** …, a charge (that) X denies; …, which X denies: where the charge or the pronoun stands. */
function elidedObject(g: EnglishGrammar, t: Text, from: number, after: number): number | undefined {
	if (after < t.end && t.us[after]?.kind === "word") return undefined;
	let i = from - 1;
	if (g.is.relatives.has(t.words[i] ?? "")) i--;
	if (g.is.elidedClaimNouns.has(t.words[i] ?? "")) {
		const article = g.is.articles.has(t.words[i - 1] ?? "") ? i - 1 : i;
		return t.us[article - 1]?.kind === "comma" || t.us[article - 1]?.kind === "dash"
			? article
			: undefined;
	}
	return i === from - 2 && t.us[i]?.kind === "comma" && t.words[from - 1] === "which"
		? from - 1
		: undefined;
}

/** X, citing Y, said: Y is the speaker and X relays. */
function cites<
	T extends {
		speaker: SpeakerPhrase | null;
		via: SpeakerPhrase[];
		agreement: "m" | "f" | "p" | null;
	},
>(cited: { phrase: SpeakerPhrase } | undefined, base: T): T {
	if (!cited) return base;
	return {
		...base,
		speaker: cited.phrase,
		agreement: cited.phrase.plural ? "p" : null,
		via: base.speaker ? [...base.via, base.speaker] : base.via,
	};
}

function negativeSubject(g: EnglishGrammar, t: Text, s: Subject): boolean {
	const w = t.words[s.from] ?? "";
	const before = t.words[s.from - 1] ?? "";
	return (
		g.is.negativeSubjects.has(w) ||
		g.is.negativeSubjects.has(before) ||
		g.is.negativeSubjects.has(`${w} ${t.words[s.from + 1] ?? ""}`)
	);
}

/** quoted Y as saying …, cited Y as saying: Y speaks, the subject relays. */
function relayed(
	g: EnglishGrammar,
	t: Text,
	at: number,
	base: Omit<Parameters<typeof frame>[0], "kind" | "mode" | "content"> & {
		speaker: SpeakerPhrase | null;
		via: SpeakerPhrase[];
	},
): Frame | undefined {
	const said = speakerPhrase(g, t, at, t.end);
	const pronoun = said ? undefined : g.pronouns.get(t.words[at] ?? "");
	const to = said?.to ?? (pronoun !== undefined ? at + 1 : at);
	for (let i = to; i < Math.min(t.end, to + 10); i++) {
		if (t.words[i] !== "as" || !g.is.asSaying.has(t.words[i + 1] ?? "")) continue;
		const content = g.is.complementisers.has(t.words[i + 2] ?? "")
			? i + 3
			: t.us[i + 2]?.kind === "comma" || t.us[i + 2]?.kind === "colon"
				? i + 3
				: i + 2;
		if (to === at) return undefined;
		const via = base.speaker ? [base.speaker, ...base.via] : base.via;
		return frame({
			...base,
			kind: "verb",
			mode: quoteFrom(t, content) ? "quote" : "clause",
			content,
			speaker: said ?? null,
			agreement: said ? null : (pronoun ?? null),
			via,
		});
	}
	return undefined;
}

/** A quotation before the subject and one behind the verb: it goes on. */
function standsBehind(t: Text, from: number, content: number): boolean {
	return (
		t.us[from - 1]?.kind === "close" &&
		t.quoteAt[from - 1] !== undefined &&
		t.quoteAt[content] !== undefined
	);
}

type Behind = Pick<Frame, "mode" | "content" | "after" | "via">;

/** "…", X said on Monday. What is said stands before the frame. */
function behindFrame(
	g: EnglishGrammar,
	t: Text,
	r: Reading,
	from: number,
	goesOn: boolean,
): Behind | undefined {
	if (!r.form.verb.frames.includes("speech")) return undefined;
	const before = t.us[from - 1];
	const as = t.words[from - 1] === "as";
	if (!before || (before.kind === "word" && !as)) return undefined;
	const told = r.form.verb.frames.includes("addressee")
		? addressee(g, t, r.after, r.form.verb.needsAddressee === true)
		: undefined;
	if (r.form.verb.needsAddressee && !told) return undefined;
	const adjuncts = skipAdjuncts(g, t, told?.to ?? r.after, t.end);
	const mark = t.us[adjuncts.to];
	const via = [...(told?.via ?? []), ...adjuncts.via];
	const quote = quoteFrom(t, adjuncts.to)
		? adjuncts.to
		: quoteFrom(t, adjuncts.to + 1) && mark?.kind !== "word"
			? adjuncts.to + 1
			: -1;
	if (goesOn && quote >= 0) return { mode: "both", content: quote, after: adjuncts.to, via };
	const ends =
		adjuncts.to >= t.end ||
		mark?.kind !== "word" ||
		g.is.coordinators.has(t.words[adjuncts.to] ?? "") ||
		g.is.prepositions.has(t.words[adjuncts.to] ?? "") ||
		g.is.conjunctions.has(t.words[adjuncts.to] ?? "");
	if (!ends) return undefined;
	return {
		mode: quote >= 0 ? "both" : "behind",
		content: quote >= 0 ? quote : adjuncts.to,
		after: adjuncts.to,
		via,
	};
}
