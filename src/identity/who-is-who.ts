import type { Article } from "../domain/article.ts";

/** The names that the articles know: who speaks in them, and who printed or relayed it. */
export function factsOf(articles: readonly Article[]): CorpusFacts {
	const speakers = new Map<string, string[]>();
	const outlets = new Map<string, string[]>();
	for (const { outlet, outletLabel: label, claims } of articles) {
		if (outlet) outlets.set(outlet, spellings(outlet, label));
		for (const { speaker, via } of claims) {
			if (speaker.kind !== "anonymous")
				speakers.set(speaker.name, spellings(speaker.name, speaker.label));
			for (const name of via) if (!outlets.has(name)) outlets.set(name, [name]);
		}
	}
	return { speakers: alone([...speakers.values()]), outlets: [...outlets.values()] };
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

function spellings(name: string, label: { ar: string; en: string } | undefined): string[] {
	return label ? [...new Set([name, label.en, label.ar])] : [name];
}

/** Names that the articles know: each entry lists the spellings of one, the one to show first. */
export type CorpusFacts = {
	speakers: readonly (readonly string[])[];
	outlets: readonly (readonly string[])[];
};
