import type { PassageView } from "../../sequence/passage-view.ts";
import type { SpeakerMention } from "../known.ts";

/**
 * What a pronoun shows of whom it stands for; undefined for other words. She is a person, it is none;
 * Arabic pronouns stand for both. سموه: whoever bears the honour. `agreement` is empty for "it".
 */
export function pronounAt(
	view: PassageView,
	at: number,
): Pick<SpeakerMention, "agreement" | "stands" | "honour"> | undefined {
	const kinds = view.facts[at]?.kinds ?? new Set();
	const lists = [...kinds].filter((kind) => /pronoun/iu.test(kind));
	if (lists.length === 0) return undefined;
	const agreement = lists.map((list) => /^pronoun:([mfpd])/u.exec(list)?.[1]).find(Boolean) ?? "";
	if (kinds.has("pronoun:it")) return { agreement, stands: "thing" };
	const word = view.tokens[at]?.word ?? "";
	if (/^[a-z]/u.test(word))
		return /[mf]/u.test(agreement) ? { agreement, stands: "person" } : { agreement };
	const honour = /^[وف]?(\p{L}{2,}?)(?:ه|ها)$/u.exec(word)?.[1] ?? "";
	if (honour.length <= 2) return { agreement };
	return { agreement, stands: "person", honour: honour.replace(/ت$/u, "ه") };
}
