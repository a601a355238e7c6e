import { type Identity, nameOf } from "../../identity/identity.ts";
import type { IdentityTable } from "../../identity/identity-table.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import { fold } from "../../language/text/normalise.ts";
import { tokens } from "../../language/text/tokens.ts";
import type { Translated } from "../one-text.ts";

/** People by the folded last word of a spelling in each script; made once for each state of the corpus. */
const byTable = new WeakMap<IdentityTable, ReadonlyMap<string, Spelled[]>>();
type Spelled = { spelling: string; identity: Identity };

/**
 * The same text with people's whole names as who is who spells them: of somebody named in the original
 * by a whole name, a name of as many words that sounds like it. Others stay as they were translated.
 */
export function spellNames(translated: Translated, who: IdentityTable, names: NameMatcher): string {
	const { text, to } = translated;
	const folded = ` ${tokens(text)
		.map((token) => token.text)
		.join(" ")} `;
	let out = translated.gloss;
	for (const word of new Set(folded.trim().split(" "))) {
		for (const { spelling, identity } of peopleOf(who).get(word) ?? []) {
			const shown = identity.name[to];
			if (!shown || !folded.includes(` ${spelling} `)) continue;
			out = respelled(out, nameOf(identity, to), names);
		}
	}
	return out;
}

function peopleOf(who: IdentityTable): ReadonlyMap<string, Spelled[]> {
	const known = byTable.get(who);
	if (known) return known;
	const out = new Map<string, Spelled[]>();
	for (const identity of who.identities) {
		if (identity.kind !== "person") continue;
		for (const name of identity.spellings) {
			const words = tokens(name).map((token) => token.text);
			const last = words.at(-1);
			if (words.length < 2 || last === undefined) continue;
			const others = out.get(last) ?? [];
			others.push({ spelling: words.join(" "), identity });
			out.set(last, others);
		}
	}
	byTable.set(who, out);
	return out;
}

function respelled(gloss: string, shown: string, names: NameMatcher): string {
	if (fold(gloss).includes(fold(shown))) return gloss;
	const wanted = tokens(shown).length;
	const words = tokens(gloss);
	const isShown = names.test(shown);
	for (let at = 0; at + wanted <= words.length; at++) {
		const start = words[at]?.start ?? 0;
		const end = words[at + wanted - 1]?.end ?? 0;
		const part = gloss.slice(start, end);
		if (/^\p{Ll}/u.test(part) || !soundsAlike(part, shown, names, isShown)) continue;
		return gloss.slice(0, start) + shown + gloss.slice(end);
	}
	return gloss;
}

/** Every word of the one in the other, both ways. */
function soundsAlike(
	part: string,
	shown: string,
	names: NameMatcher,
	isShown: ReturnType<NameMatcher["test"]>,
): boolean {
	return isShown([part]) && names.test(part)([shown]);
}
