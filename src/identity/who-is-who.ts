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
	return { speakers: [...speakers.values()], outlets: [...outlets.values()] };
}

function spellings(name: string, label: { ar: string; en: string } | undefined): string[] {
	return label ? [...new Set([name, label.en, label.ar])] : [name];
}

/** Names that the articles know: each entry lists the spellings of one, the one to show first. */
export type CorpusFacts = {
	speakers: readonly (readonly string[])[];
	outlets: readonly (readonly string[])[];
};
