import { z } from "zod";
import { damagedData } from "../domain/errors.ts";
import { foldWords, PhraseIndex, parsePhrase } from "../language/text/phrase-index.ts";
import { type Token, tokens } from "../language/text/tokens.ts";

const names = z.array(z.string().min(1));

export const Outlet = z.strictObject({
	/** The name that the corpus knows it by. */
	name: z.string().min(1),
	kind: z.enum(["agency", "newspaper", "broadcaster", "magazine", "think_tank"]),
	/** ISO 3166 code of the country that it is run from. */
	country: z.string().regex(/^[A-Z]{2}$/),
	ar: names,
	en: names,
	/** Names that are ordinary words too: the outlet's only where nothing else stands beside them. */
	ambiguous: names.optional(),
	/** What the outlet is called when it publishes in Arabic. */
	arabicEdition: z.string().optional(),
	/** Beginnings of lines that only this outlet's pages have. */
	templates: names.optional(),
});
export type Outlet = z.infer<typeof Outlet>;

/** `index-data/outlets.json`. */
export const OutletData = z.strictObject({
	version: z.literal(1),
	outlets: z.array(Outlet).min(1),
});

export type OutletHit = { outlet: Outlet; ambiguous: boolean; from: number; to: number };

export type Outlets = {
	all: readonly Outlet[];
	/** The outlet that a text is the name of, or null. */
	named(text: string): Outlet | null;
	/** The outlets whose names begin at a word; the longest first. `to` is the word after the name. */
	at(words: readonly Token[], at: number): OutletHit[];
	byName(name: string): Outlet | null;
	templates: PhraseIndex<Outlet>;
};

/** Checks and prepares the file once. Errors: `data_invalid`. */
export function compileOutlets(value: unknown): Outlets {
	const parsed = OutletData.safeParse(value);
	if (!parsed.success) throw damagedData("outlets.json", parsed.error);
	const all = parsed.data.outlets;
	const index = new PhraseIndex<{ outlet: Outlet; ambiguous: boolean }>();
	const templates = new PhraseIndex<Outlet>();
	const canonical = new Map<string, Outlet>();
	for (const outlet of all) {
		canonical.set(outlet.name, outlet);
		for (const name of new Set([outlet.name, ...outlet.ar, ...outlet.en]))
			index.add(foldWords(name), { outlet, ambiguous: false });
		for (const name of outlet.ambiguous ?? [])
			index.add(foldWords(name), { outlet, ambiguous: true });
		for (const template of outlet.templates ?? [])
			templates.add(parsePhrase(template, foldWords), outlet);
	}
	const at = (words: readonly Token[], from: number): OutletHit[] =>
		[...index.at(words, from)]
			.map(({ value, end }) => ({ ...value, from, to: end }))
			.sort((a, b) => b.to - a.to);
	return {
		all,
		at,
		templates,
		byName: (name) => canonical.get(name) ?? null,
		named(text) {
			const words = tokens(text);
			return at(words, 0).find((hit) => hit.to === words.length)?.outlet ?? null;
		},
	};
}
