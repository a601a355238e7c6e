/**
 * The terms of schema.org that an export uses: for each type what it is a kind of, for each property
 * what may have it and what it may hold. Text, Date and URL are written as strings.
 */
export const kindOf: Record<string, string | null> = {
	Thing: null,
	CreativeWork: "Thing",
	Claim: "CreativeWork",
	Article: "CreativeWork",
	NewsArticle: "Article",
	Comment: "CreativeWork",
	CorrectionComment: "Comment",
	Person: "Thing",
	Organization: "Thing",
	GovernmentOrganization: "Organization",
	NewsMediaOrganization: "Organization",
};

export type Term = { of: string; holds: readonly string[] };

export const properties: Record<string, Term> = {
	identifier: { of: "Thing", holds: ["Text"] },
	name: { of: "Thing", holds: ["Text"] },
	alternateName: { of: "Thing", holds: ["Text"] },
	url: { of: "Thing", holds: ["URL"] },
	text: { of: "CreativeWork", holds: ["Text"] },
	inLanguage: { of: "CreativeWork", holds: ["Language"] },
	author: { of: "CreativeWork", holds: ["Person", "Organization"] },
	publisher: { of: "CreativeWork", holds: ["Person", "Organization"] },
	datePublished: { of: "CreativeWork", holds: ["Date"] },
	temporalCoverage: { of: "CreativeWork", holds: ["Text"] },
	headline: { of: "CreativeWork", holds: ["Text"] },
	citation: { of: "CreativeWork", holds: ["Text", "CreativeWork"] },
	correction: { of: "CreativeWork", holds: ["CorrectionComment", "Text", "URL"] },
	creativeWorkStatus: { of: "CreativeWork", holds: ["Text"] },
	isBasedOn: { of: "CreativeWork", holds: ["CreativeWork", "URL"] },
	appearance: { of: "Claim", holds: ["CreativeWork"] },
};

const strings: Record<string, (text: string) => boolean> = {
	Text: () => true,
	URL: (text) => URL.canParse(text),
	Date: (text) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(text),
	Language: (text) => /^(en|ar)$/.test(text),
};

export function isKind(type: string, of: string): boolean {
	for (let at: string | null | undefined = type; at; at = kindOf[at]) if (at === of) return true;
	return false;
}

/** What in a thing schema.org does not know, or not there. */
export function strangeIn(thing: Record<string, unknown>): string[] {
	const type = String(thing["@type"]);
	if (!(type in kindOf)) return [`type ${type}`];
	return Object.entries(thing).flatMap(([key, value]) => {
		if (key === "@type") return [];
		const term = properties[key];
		if (!term) return [`${type}.${key}`];
		if (!isKind(type, term.of)) return [`${key} of a ${type}`];
		return [value].flat().flatMap((each) => strangeValue(key, each, term));
	});
}

function strangeValue(key: string, value: unknown, { holds }: Term): string[] {
	if (typeof value === "string")
		return holds.some((each) => strings[each]?.(value)) ? [] : [`${key}: ${value}`];
	if (typeof value !== "object" || value === null) return [`${key}: ${String(value)}`];
	const thing = value as Record<string, unknown>;
	const fits = holds.some((each) => isKind(String(thing["@type"]), each));
	return [...(fits ? [] : [`${key}: a ${thing["@type"]}`]), ...strangeIn(thing)];
}
