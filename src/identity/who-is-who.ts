import type { Identity } from "./identity.ts";
import type { IdentityTable } from "./identity-table.ts";

/** The names that questions are read with: who speaks in the articles, and who printed or relayed them. */
export function factsOf({ identities }: Pick<IdentityTable, "identities">): CorpusFacts {
	return {
		speakers: alone(identities.filter(({ claims }) => claims > 0).map(seen)),
		outlets: identities.filter(({ relayed }) => relayed > 0).map(seen),
	};
}

/**
 * Without those who speak together: a name that holds two others of two words and more (Xi Jinping and
 * Vladimir Putin) would take the questions for each of them.
 */
function alone(speakers: string[][]): string[][] {
	const full = new Set(speakers.flat().filter((name) => name.trim().includes(" ")));
	const partners = (name: string) =>
		[...full].filter((other) => other.length < name.length && ` ${name} `.includes(` ${other} `));
	const isJoint = (name: string) => {
		const rest = partners(name.replace(/ و(?=\S)/g, " و "));
		return rest.some((one) => rest.some((other) => !one.includes(other) && !other.includes(one)));
	};
	return speakers.filter((names) => !names.some(isJoint));
}

function seen({ name, spellings, taught = [] }: Identity): string[] {
	const [first = ""] = spellings;
	const all = [first, name.en ?? "", name.ar ?? "", ...spellings, ...taught];
	return [...new Set(all)].filter(Boolean);
}

/** Names that the articles know: each entry lists the spellings of one, the one to show first. */
export type CorpusFacts = {
	speakers: readonly (readonly string[])[];
	outlets: readonly (readonly string[])[];
};
