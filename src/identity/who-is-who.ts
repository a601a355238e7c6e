import type { Identity } from "./identity.ts";
import type { IdentityTable } from "./identity-table.ts";

/** The names that questions are read with: who speaks in the articles, and who printed or relayed them. */
export function factsOf({ identities }: Pick<IdentityTable, "identities">): CorpusFacts {
	return {
		speakers: identities.filter(({ claims }) => claims > 0).map(seen),
		outlets: identities.filter(({ relayed }) => relayed > 0).map(seen),
	};
}

function seen({ name, spellings }: Identity): string[] {
	return [...new Set([spellings[0] ?? "", name.en ?? "", name.ar ?? "", ...spellings])].filter(
		Boolean,
	);
}

/** Names that the articles know: each entry lists the spellings of one, the one to show first. */
export type CorpusFacts = {
	speakers: readonly (readonly string[])[];
	outlets: readonly (readonly string[])[];
};
