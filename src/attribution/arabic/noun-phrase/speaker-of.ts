import type { SpeakerKind } from "../../../domain/article.ts";
import { fold } from "../../../language/text/normalise.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { closeOf, type Text, unitAt } from "../sentence.ts";
import { hasName, type Phrase } from "./cursor.ts";

/** What has been read, as a speaker; undefined where nothing has. */
export function result(p: Phrase): SpeakerPhrase | undefined {
	if (p.at <= p.from || !p.kind) return undefined;
	const name = hasName(p) ? wording(p.t, p.nameFrom, p.nameTo) : "";
	const whole = wording(p.t, p.from, p.at);
	const titleTo = p.nameFrom > p.from ? p.nameFrom : p.at;
	return {
		from: p.from,
		to: p.at,
		text: whole,
		name,
		title: p.head ? wording(p.t, p.from, titleTo) : "",
		head: p.head,
		kind: p.spokesperson && !name ? bodyKind(p.g, whole) : documentOf(p.kind, p.outlet),
		spokesperson: p.spokesperson,
		plural: p.plural,
		definite: p.definite,
		...(p.confides ? { confides: true } : {}),
		...(p.feminine === undefined ? {} : { feminine: p.feminine }),
		...(p.outlet ? { outlet: p.outlet } : {}),
	};
}

/** As it stands, without quotation marks and without what stands in round brackets. */
function wording(t: Text, from: number, to: number): string {
	const parts: string[] = [];
	for (let i = from; i < to; i++) {
		const u = unitAt(t, i);
		if (!u) break;
		const close = u.raw === "(" ? closeOf(t, i) : -1;
		if (close > i && close < to) i = close;
		else if (!/^["«»“”()]$/u.test(u.raw)) parts.push(u.raw);
	}
	return parts.join(" ").replace(/ ،$/u, "").replace(/ ،/gu, "،");
}

/** A report of a newspaper is the newspaper speaking. */
function documentOf(kind: SpeakerKind, outlet: string | undefined): SpeakerKind {
	return kind === "document" && outlet ? "outlet" : kind;
}

/** An unnamed spokesperson of a foreign ministry or a government speaks for the state. */
function bodyKind(g: ArabicGrammar, text: string): SpeakerKind {
	const body = fold(text);
	return [...g.is.stateBodies].some((word) => body.includes(word)) ? "state" : "organisation";
}
