import type { FoldedName } from "./name-evidence.ts";
import type { NameEvidence } from "./name-signals.ts";

/** The spellings of one name that may be the page's own, and what speaks for it. */
export type NameGroup = { same: FoldedName[]; evidence: NameEvidence };

/** Whether a spelling of one has a spelling of the other in it, in whole words. */
export function isKin(one: NameGroup | undefined, other: NameGroup): boolean {
	const has = (long: string, short: string) => ` ${long} `.includes(` ${short} `);
	const keys = other.same.map(({ forms }) => forms.key);
	return (one?.same ?? []).some(({ forms: { key } }) =>
		keys.some((own) => has(own, key) || has(key, own)),
	);
}
