import { skipAdjuncts } from "../clause/adjuncts.ts";
import { gapBehind } from "../clause/before-the-verb.ts";
import type { Subject } from "../clause/subject.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { speakerPhrase } from "../noun-phrase/speaker-of.ts";
import { quoteFrom, type Text } from "../sentence.ts";
import type { VerbForm } from "../verbs.ts";
import { contentAt } from "./content.ts";
import { type Frame, frame } from "./frame.ts";

export type Reading = { form: VerbForm; after: number; clauseEnd: number };

/** Whom the sentence is about: null for a pronoun. */
export type About = Pick<Frame, "speaker" | "agreement"> | undefined;

/** "…," said X. The verb stands before its subject. */
export function inverted(
	g: EnglishGrammar,
	t: Text,
	i: number,
	r: Reading,
	subject: Subject | undefined,
): Frame | undefined {
	const { verb, form } = r.form;
	if (form === "base" || !verb.frames.includes("speech") || verb.needsAddressee || subject)
		return undefined;
	const before = t.us[i - 1];
	const opens = i === t.begin;
	if (!opens && (!before || before.kind === "word")) return undefined;
	const phrase = speakerPhrase(g, t, r.after, t.end);
	const pronoun = phrase
		? undefined
		: g.is.subjectPronouns.has(t.words[r.after] ?? "")
			? g.pronouns.get(t.words[r.after] ?? "")
			: undefined;
	if (!phrase && pronoun === undefined) return undefined;
	const to = phrase?.to ?? r.after + 1;
	const adjuncts = skipAdjuncts(g, t, to, t.end);
	const base = {
		kind: "verb" as const,
		verb: i,
		from: i,
		speaker: phrase ?? null,
		agreement: phrase?.plural ? ("p" as const) : (pronoun ?? null),
		act: verb.act,
		present: form === "present",
	};
	const mark = t.us[adjuncts.to];
	if (opens) {
		if (mark?.kind !== "colon") return undefined;
		const content = adjuncts.to + 1;
		return frame({
			...base,
			content,
			mode: quoteFrom(t, content) ? "quote" : "clause",
			via: adjuncts.via,
		});
	}
	const quote = quoteFrom(t, adjuncts.to)
		? adjuncts.to
		: mark?.kind !== "word" && quoteFrom(t, adjuncts.to + 1)
			? adjuncts.to + 1
			: -1;
	const plain =
		mark === undefined ||
		mark.kind !== "word" ||
		t.quoteAt[i - 2] !== undefined ||
		t.quoteAt[i - 1] !== undefined ||
		g.is.conjunctions.has(t.words[adjuncts.to] ?? "") ||
		g.is.prepositions.has(t.words[adjuncts.to] ?? "");
	if (!plain) return undefined;
	return frame({
		...base,
		content: quote >= 0 ? quote : adjuncts.to,
		mode: quote >= 0 ? "both" : "behind",
		after: adjuncts.to,
		via: adjuncts.via,
	});
}

/** X said A and denied B: the subject of the verb before goes on. */
export function elided(
	g: EnglishGrammar,
	t: Text,
	i: number,
	r: Reading,
	subject: Subject | undefined,
	before: Frame | undefined,
	about: About,
): Frame | undefined {
	const { verb, form } = r.form;
	if (subject || form === "base") return undefined;
	const { gap, from } = gapBehind(g, t, i);
	const joint = t.words[from - 1] ?? "";
	const comma = t.us[from - 1]?.kind === "comma";
	const joined = g.is.coordinators.has(joint);
	if (!joined && !(comma && before !== undefined)) return undefined;
	// X closed its office and said …: the sentence's own subject.
	const previous = before ?? about;
	if (gap.modal || gap.be || !previous || before?.unnamed) return undefined;
	if (comma && form === "past" && t.words[r.after] === "by") return undefined;
	if (form === "present" && !before?.present) return undefined;
	if (verb.sources && previous.speaker && !verb.sources.includes(previous.speaker.kind))
		return undefined;
	const content = contentAt(g, t, verb, r.after);
	if (!content && !gap.negated) return undefined;
	return frame({
		kind: content ? "verb" : "silence",
		verb: i,
		from,
		content: content?.content ?? r.after,
		mode: content?.mode ?? "clause",
		speaker: previous.speaker,
		agreement: previous.agreement,
		via: content?.via ?? [],
		act: verb.act,
		negated: gap.negated,
		elided: true,
		present: form === "present",
	});
}

/** …, adding that; a statement saying that; is warning that. */
export function participle(
	g: EnglishGrammar,
	t: Text,
	i: number,
	r: Reading,
	subject: Subject | undefined,
	previous: Frame | undefined,
): Frame | undefined {
	const { verb } = r.form;
	if (verb.frames.includes("relays")) return undefined;
	const before = t.us[i - 1];
	const word = t.words[i - 1] ?? "";
	const { gap } = gapBehind(g, t, i);
	if (subject?.gap.be && !subject.gap.modal) {
		const content = contentAt(g, t, verb, r.after);
		if (!content) return undefined;
		return frame({
			kind: "verb",
			verb: i,
			from: subject.from,
			content: content.content,
			mode: content.mode,
			speaker: subject.phrase,
			agreement: subject.agreement,
			via: [...content.via, ...subject.gap.via],
			act: verb.act,
			negated: subject.gap.negated,
			present: true,
			relative: subject.gap.relative,
		});
	}
	if (gap.be || gap.negated) return undefined;
	if (subject && t.words[subject.from - 1] === "with") {
		const content = contentAt(g, t, verb, r.after);
		if (!content) return undefined;
		return frame({
			kind: "participle",
			verb: i,
			from: subject.from - 1,
			content: content.content,
			mode: content.mode,
			speaker: subject.phrase,
			agreement: subject.agreement,
			via: [...content.via, ...subject.gap.via],
			act: verb.act,
			elided: true,
		});
	}
	const paper = g.heads.get(word)?.head.kind === "document";
	const joint =
		before?.kind === "comma" ||
		before?.kind === "dash" ||
		before?.kind === "close" ||
		((word === "and" ||
			word === "while" ||
			word === "before" ||
			word === "but" ||
			word === "also") &&
			previous !== undefined);
	if (!paper && !joint) return undefined;
	const content = contentAt(g, t, verb, r.after);
	if (!content || (content.mode === "object" && !previous)) return undefined;
	return frame({
		kind: "participle",
		verb: i,
		from: i,
		content: content.content,
		mode: content.mode,
		via: content.via,
		act: verb.act,
		elided: true,
	});
}
