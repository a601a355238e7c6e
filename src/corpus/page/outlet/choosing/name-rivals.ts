import { isKin, type NameGroup } from "./name-group.ts";
import type { NameSignal } from "./name-signals.ts";

const thirds = 3;

/** With what the page's other names say of each: whether they look like publications too, and whether an address has the letters of one. */
export function withRivals(groups: readonly NameGroup[]): NameGroup[] {
	const trade = groups.filter(isOfTrade);
	const addressed = groups.filter(({ evidence }) => evidence.address === 1);
	return groups.map((group) => {
		const { same, evidence } = group;
		const rivals = trade.filter((other) => other !== group && !isKin(other, group)).length;
		const elsewhere = addressed.some((other) => other !== group && !isKin(other, group));
		return {
			same,
			evidence: {
				...evidence,
				...(rivals === 0 && isOfTrade(group) ? { lone: 1 } : {}),
				...(rivals > 0 ? { rivals: Math.min(thirds, rivals) / thirds } : {}),
				...(elsewhere && evidence.address !== 1 ? { elsewhere: 1 } : {}),
			},
		};
	});
}

const ofTrade: readonly NameSignal[] = ["outletWord", "pressWord", "listedOutlet"];

/** Neither the firm that a newspaper belongs to, nor a section, is one beside it. */
function isOfTrade({ evidence }: NameGroup): boolean {
	return (
		evidence.firm !== 1 &&
		evidence.sectionName !== 1 &&
		ofTrade.some((signal) => evidence[signal] === 1)
	);
}
