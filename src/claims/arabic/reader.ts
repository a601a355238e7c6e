import { fold } from "../../language/normalise.ts";
import type { LanguageReader } from "../extract.ts";
import type { SpeakerPhrase } from "../phrase.ts";
import { units } from "../units.ts";
import { actOf } from "./act.ts";
import type { ArabicGrammar } from "./grammar.ts";
import { readArabicSentence } from "./read.ts";
import { speakerPhrase } from "./speaker-phrase.ts";

const counterpart = fold("نظير");

export function arabicReader(g: ArabicGrammar): LanguageReader {
	return {
		read: (line, from, to) => readArabicSentence(g, line, from, to),
		introductions: (line) => introductions(g, line),
		act: (act, quote, before) => actOf(g, act, quote, before),
		issuer: (line) => issuer(g, line),
	};
}

/** وأصدرته اللجنة: who put out the document that the sentence speaks of. */
function issuer(g: ArabicGrammar, line: string): SpeakerPhrase | undefined {
	const us = units(line);
	for (let i = 0; i < us.length; i++) {
		const word = (us[i]?.text ?? "").replace(/^[وف]/, "");
		if (!g.issues.has(word)) continue;
		const phrase = speakerPhrase(g, us, i + 1, us.length);
		if (phrase?.kind === "organisation" || phrase?.kind === "state") return phrase;
	}
	return undefined;
}

/** Titles with a name behind them and outlets with their noun, wherever they stand. */
function introductions(g: ArabicGrammar, line: string): SpeakerPhrase[] {
	const us = units(line);
	const out: SpeakerPhrase[] = [];
	// نظيره الصيني: has the office of whoever was named before.
	let office = "";
	for (let i = 0; i < us.length; i++) {
		const word = us[i]?.text ?? "";
		const head = g.heads.get(word);
		if (!head || (head.head.title !== true && head.head.kind !== "outlet")) continue;
		const phrase = speakerPhrase(g, us, i, us.length);
		if (!phrase) continue;
		if (head.lemma === counterpart) {
			if (office && phrase.title) phrase.title = `${office} ${phrase.title.split(" ").slice(1).join(" ")}`;
		} else if (phrase.title) office = phrase.title.split(" ")[0] ?? "";
		out.push(phrase);
		i = Math.max(i, phrase.to - 1);
	}
	return out;
}
