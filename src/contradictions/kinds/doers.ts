import type { Relation } from "../articles/article-view.ts";
import { massOf, matchesOf, shareOf } from "../statements/overlap.ts";
import type { Statement } from "../statements/statement.ts";
import { kinship } from "../statements/terms.ts";
import { isAhead, otherNames, otherPeriod, otherPlaces, speaksOf } from "./gates.ts";
import { flag, isDisputed, isOwnVoice, setting } from "./setting.ts";
import type { Signals } from "./signals.ts";

/** Of what was done, and of who did it, the share that the other must tell of, or must not. */
const bounds = { did: 0.3, who: 0.6 };

/** Two who did one thing. `a` says that it was this one and no other. */
export function rivalDoers(a: Statement, b: Statement, relation: Relation): Signals | undefined {
	const { doer } = a;
	if (!doer || doer.who.length === 0 || doer.did.length === 0) return undefined;
	if (a.rejects || b.rejects || a.denies || b.denies || otherPeriod(a, b)) return undefined;
	// What an article tells itself is mostly what both are of.
	if (isOwnVoice(a) || isOwnVoice(b)) return undefined;
	const did = matchesOf(doer.did, b.terms, kinship);
	if (did.some(({ other }) => isAhead(b, other.at))) return undefined;
	const share = shareOf(doer.did, did);
	if (share < bounds.did) return undefined;
	const theirs = b.doer?.who ?? b.terms;
	if (shareOf(doer.who, matchesOf(doer.who, theirs)) >= bounds.who) return undefined;
	return {
		did: Math.min(3, massOf(did)),
		didShare: share,
		plain: Math.min(2, did.filter(({ own }) => !own.general && !own.name).length),
		both: flag(b.doer !== undefined),
		accused: flag(speaksOf(a, b) || speaksOf(b, a)),
		disputed: flag(isDisputed(a) || isDisputed(b)),
		otherPlaces: flag(otherPlaces(a, b)),
		otherNames: flag(otherNames(a, b, relation)),
		...setting(a, b, relation),
	};
}
