import { withoutConjunction } from "../../../language/words/arabic-clitics.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { speakerPhrase } from "../noun-phrase/noun-phrase.ts";
import { kindAt, opensQuotation, type Text, textAt, unitAt } from "../sentence.ts";
import { isUtterance } from "./content.ts";
import { type Frame, frame } from "./frame.ts";

/** How far behind the speaker what is said may begin, and the document before the verb. */
const reach = 14;
const reachBack = 16;

/** نقلت رويترز عن مسؤول قوله إن: the official speaks, the agency relays. */
export function relayFrame(g: ArabicGrammar, t: Text, at: number): Frame | undefined {
	const link = g.relayVerbs.get(withoutConjunction(textAt(t, at)));
	if (link === undefined) return undefined;
	const outlet = speakerPhrase(g, t, at + 1, t.end);
	let i = outlet ? outlet.to : at + 1;
	while (i < at + reach && textAt(t, i) !== link) i++;
	const speaker = textAt(t, i) === link ? speakerPhrase(g, t, i + 1, t.end) : undefined;
	if (!speaker) return undefined;
	const saidAt = contentBehind(g, t, speaker.to, false);
	if (!saidAt) return undefined;
	return frame(at, saidAt.content, {
		mode: saidAt.mode,
		speaker,
		via: outlet ? [outlet] : [],
		peer: saidAt.that && isJoined(t, at),
	});
}

/** جاء في التقرير أن، ورد في البيان، صدر عن المركز أن */
export function reportedInFrame(g: ArabicGrammar, t: Text, at: number): Frame | undefined {
	const word = withoutConjunction(textAt(t, at));
	if (!g.is.reportedIn.has(word) && !g.is.reportedIn.has(word.replace(/ت$/, ""))) return undefined;
	const link = textAt(t, at + 1);
	if (g.is.complementisers.has(link)) {
		const speaker = documentBefore(g, t, at);
		return speaker && frame(at, at + 2, { speaker });
	}
	if (g.is.reportedInPronouns.has(link)) {
		if (!g.is.complementisers.has(textAt(t, at + 2))) return undefined;
		const speaker = nearestDocument(g, t, at);
		return speaker && frame(at, at + 3, { speaker });
	}
	const inDocument = g.is.reportedInDocument.has(link);
	if (!inDocument && !g.is.reportedBySpeaker.has(link)) return undefined;
	const next = g.is.tongue.has(textAt(t, at + 2)) ? at + 3 : at + 2;
	const speaker = speakerPhrase(g, t, next, t.end);
	if (!speaker) return undefined;
	if (inDocument && speaker.kind !== "document" && speaker.kind !== "outlet") return undefined;
	const saidAt = contentBehind(g, t, speaker.to, true);
	if (!saidAt) return undefined;
	const { content, mode } = saidAt;
	return frame(at, content, { mode, speaker, peer: saidAt.that && isJoined(t, at) });
}

/** وفي تقرير نشره النادي، جاء أن …: the document stands before the verb. */
function documentBefore(g: ArabicGrammar, t: Text, at: number): SpeakerPhrase | undefined {
	for (let i = at - 1; i >= Math.max(0, at - reachBack); i--) {
		const word = textAt(t, i);
		const bare = word.startsWith("و") ? word.slice(1) : word;
		if (!g.is.reportedInDocument.has(bare)) continue;
		const document = speakerPhrase(g, t, i + 1, at);
		if (document?.kind === "document") return document;
	}
	return undefined;
}

/** وثيقة داخلية جاء فيها أن: the document that the clause describes. */
function nearestDocument(g: ArabicGrammar, t: Text, at: number): SpeakerPhrase | undefined {
	for (let i = at - 1; i >= Math.max(0, at - reachBack); i--) {
		if (g.heads.get(textAt(t, i))?.head.kind === "document") return speakerPhrase(g, t, i, at);
	}
	return undefined;
}

type SaidAt = { content: number; mode: "clause" | "quote"; that: boolean };

/** "that", a colon or a quotation behind the speaker. `whole`: only a quotation of a whole utterance. */
function contentBehind(
	g: ArabicGrammar,
	t: Text,
	from: number,
	whole: boolean,
): SaidAt | undefined {
	for (let i = from; i < from + reach; i++) {
		const u = unitAt(t, i);
		if (!u || u.kind === "stop") return undefined;
		if (u.kind === "word" && g.is.complementisers.has(u.text)) {
			return { content: i + 1, mode: "clause", that: true };
		}
		if (u.kind === "colon") {
			const mode = kindAt(t, i + 1) === "open" ? "quote" : "clause";
			return { content: i + 1, mode, that: false };
		}
		if (opensQuotation(t, i) && (!whole || isUtterance(t, i))) {
			return { content: i, mode: "quote", that: false };
		}
	}
	return undefined;
}

function isJoined(t: Text, at: number): boolean {
	return textAt(t, at).startsWith("و");
}
