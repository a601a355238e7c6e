import { weighedSum } from "../../weighed-sum.ts";
import { namePlaces, type Zone } from "../name-places.ts";
import { bestSpelling } from "../same-name.ts";
import type { FoldedName } from "./name-evidence.ts";
import { isKin, type NameGroup } from "./name-group.ts";
import type { NameWeights } from "./name-weights.ts";

/** The name that is most probably the page's own, as it is best spelled; null where none is probable enough. */
export function chosenName(groups: readonly NameGroup[], weights: NameWeights): string | null {
	const best = mostProbable(groups, weights);
	if (!best || best.probability < weights.least) return null;
	return bestSpelling(asHeaded(best.group, groups).same);
}

const heads = new Set<Zone>(["site", "above", "title"]);

/**
 * "Meridian" over the page of the "Meridian Trust", which only its foot names, "harrowgazette" in the markup of "Lena Orr Harrow
 * Gazette": what heads a page is its name.
 */
function asHeaded(group: NameGroup, groups: readonly NameGroup[]): NameGroup {
	const zonesOf = ({ same }: NameGroup) => same.map(({ place }) => namePlaces[place].zone);
	if (zonesOf(group).some((zone) => heads.has(zone))) return group;
	const begins = (one: FoldedName) =>
		group.same.some(({ forms }) => forms.key.startsWith(`${one.forms.key} `));
	const ends = (one: FoldedName) =>
		group.same.some(({ forms }) => forms.letters.endsWith(one.forms.letters));
	const own = groups.find((other) => {
		const zones = zonesOf(other);
		// A menu's "News" ends many names, and begins some.
		if (zones.includes("site")) return other.same.some(begins) || other.same.some(ends);
		const isHead = zones.some((zone) => heads.has(zone)) && !other.evidence.sectionName;
		return isHead && other.same.some(begins);
	});
	return own ?? group;
}

/** How much more probable than the next a name has to be. */
const lead = 1.2;

/** Names of which one has the other in it count together: the page is theirs, whichever it is. */
export function mostProbable(
	groups: readonly NameGroup[],
	weights: Pick<NameWeights, "unknown" | "weights">,
): { group: NameGroup; probability: number } | null {
	const scores = groups.map(({ evidence }) => weighedSum(evidence, weights.weights));
	const most = Math.max(weights.unknown, ...scores);
	const powers = scores.map((score) => Math.exp(score - most));
	const all = powers.reduce((sum, power) => sum + power, Math.exp(weights.unknown - most));
	const own = Math.max(...powers);
	const group = groups[powers.indexOf(own)];
	if (!group) return null;
	const kin = powers.filter((_, at) => isKin(groups[at], group));
	const rivals = powers.filter((power, at) => power * lead > own && !isKin(groups[at], group));
	// One of two that are named alike is as probably the other.
	const sum = rivals.length > 0 ? own / 2 : kin.reduce((sum, power) => sum + power, 0);
	return { group, probability: sum / all };
}
