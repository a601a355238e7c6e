import type { SpeakerKind } from "../../../domain/article.ts";
import type { EnglishGrammar, HeadEntry } from "../grammar.ts";
import { isCapital, type Text } from "../sentence.ts";
import { known, type NounPhrase } from "./noun-phrase.ts";

/** What kind of speaker a noun phrase is; `end` is the end of what is attached to it. */
export function kindOf(
	g: EnglishGrammar,
	t: Text,
	np: NounPhrase,
	end: number,
): SpeakerKind | undefined {
	const head = np.head?.head;
	const named = np.nameFrom > np.headAt;
	const whole = np.nameFrom >= 0 && np.headAt >= np.nameFrom ? listedKind(g, t, np) : undefined;
	if (whole) return whole;
	if (!head) return nameKind(g, t, np);
	if (
		named &&
		(head.kind === "person" || head.kind === "anonymous" || head.kind === "spokesperson")
	) {
		// aid group Lake Relief is a body; Chief Executive Lake Relief is not written.
		return "person";
	}
	if (head.kind === "organisation" && g.is.newsWords.has(t.words[np.headAt - 1] ?? ""))
		return "outlet";
	if (head.kind === "spokesperson") return bodyKind(g, t, np, end);
	if (head.kind === "person")
		return np.head?.plural || (np.indefinite && !np.owned) ? "anonymous" : "person";
	if (head.kind === "outlet" && np.headAt < np.nameFrom) return "outlet";
	return head.kind;
}

/** A name with no noun in it: an outlet, an entity, a body by its last word, or a person. */
function nameKind(g: EnglishGrammar, t: Text, np: NounPhrase): SpeakerKind {
	const listed = listedKind(g, t, np);
	if (listed) return listed;
	const last = t.words[np.nameTo - 1] ?? "";
	const raw = t.us[np.nameTo - 1]?.raw ?? "";
	const length = np.nameTo - np.nameFrom;
	if (length === 1 && g.stateAdjectives.has(last)) return "state";
	if (length === 1 && last.endsWith("s") && g.stateAdjectives.has(last.slice(0, -1)))
		return "anonymous";
	const acronym = length === 1 && raw.length > 1 && raw.length < 7 && raw === raw.toUpperCase();
	if (acronym || g.namedHeads.has(last) || np.owned) return "organisation";
	const article = t.words[np.from] === "the" && np.from < np.nameFrom;
	const marks = t.us
		.slice(np.nameFrom, np.nameTo)
		.some((u) => u.raw === "&" || /^\p{Nd}/u.test(u.raw));
	return article || marks || length > 4 ? "organisation" : "person";
}

function listedKind(g: EnglishGrammar, t: Text, np: NounPhrase): SpeakerKind | undefined {
	const outlet = g.outlets.match(t.words, np.nameFrom);
	if (outlet && np.nameFrom + outlet.length >= np.nameTo) return "outlet";
	const entity =
		known(g, t, np.nameFrom, np.nameTo) > 0 ? g.entities.match(t.words, np.nameFrom) : undefined;
	return entity && np.nameFrom + entity.length >= np.nameTo ? entity.value.kind : undefined;
}

/** An unnamed spokesperson takes the kind of the body: a ministry speaks for its state. */
function bodyKind(g: EnglishGrammar, t: Text, np: NounPhrase, end: number): SpeakerKind {
	let body: HeadEntry | undefined;
	let state = false;
	let named = false;
	const see = (from: number, to: number) => {
		for (let i = from; i < to; i++) {
			const w = t.words[i] ?? "";
			const found = g.heads.get(w) ?? (isCapital(t, i) ? g.namedHeads.get(w) : undefined);
			if (found && found.head.kind !== "spokesperson" && found.head.kind !== "person") body = found;
			const entity = known(g, t, i, to) > 0 ? g.entities.match(t.words, i)?.value.kind : undefined;
			if (entity === "state" || g.stateAdjectives.has(w)) state = true;
			else if (isCapital(t, i)) named = true;
		}
	};
	see(np.from, np.headAt);
	if (!body) see(np.headAt + 1, end);
	if (body) {
		if (body.head.state || body.head.kind === "state") return "state";
		return body.head.kind === "outlet" ? "outlet" : "organisation";
	}
	if (state) return "state";
	if (named) return "organisation";
	return np.definite ? "person" : "anonymous";
}
