import type { ExportedClaim } from "../../src/domain/exported.ts";
import { citationText, operatorNote } from "./citation-text.ts";
import type { FormatWriter, WriterParts } from "./format-writer.ts";
import { jsonText } from "./json-text.ts";

type Thing = { "@type": string } & Record<string, unknown>;

/**
 * Claims in the terms of schema.org, ready to stand in a fact check as what is reviewed: who says it,
 * where it appeared, when. No rating: whether it is true is for others to say.
 * https://schema.org/Claim
 */
export const writeJsonLd: FormatWriter = function* ({ records, ...parts }) {
	yield '{"@context":"https://schema.org","@graph":[';
	let before = "\n";
	for (const record of records) {
		if (record.kind !== "claims") continue;
		yield before + jsonText(claimOf(record, parts));
		before = ",\n";
	}
	yield "\n]}\n";
};

type Told = Pick<WriterParts, "language" | "say">;

function claimOf(claim: ExportedClaim, told: Told): Thing {
	const { id, quote, article, reader, corrections } = claim;
	const note = operatorNote(claim, told);
	const marks = [
		...corrections.map(({ quote: text, day }) => comment(text, day)),
		...(note === null ? [] : [comment(note, null)]),
	];
	return {
		"@type": "Claim",
		identifier: id,
		text: quote,
		inLanguage: claim.rendering === "verbatim" ? article.language : told.language,
		...authorOf(claim),
		...dayOf(claim.saidOn.value),
		appearance: appearanceOf(claim, told),
		citation: citationText(claim, told),
		...(reader ? { url: reader } : {}),
		...(marks.length > 0 ? { correction: marks } : {}),
	};
}

/** Which sort of author a speaker is; a document and somebody unnamed are none. */
const authorTypes = {
	person: "Person",
	organisation: "Organization",
	state: "GovernmentOrganization",
	outlet: "NewsMediaOrganization",
	document: null,
	anonymous: null,
} as const;

function authorOf({ speaker }: ExportedClaim): Record<string, Thing> {
	const { name, kind, label } = speaker;
	const other = label ? [label.en, label.ar].filter((each) => each !== name) : [];
	const named = { name, ...(other.length > 0 ? { alternateName: other } : {}) };
	if (kind === "document") return { isBasedOn: { "@type": "CreativeWork", ...named } };
	const type = authorTypes[kind];
	return type ? { author: { "@type": type, ...named } } : {};
}

/** A stretch of days is no date of schema.org's. */
function dayOf(value: string | null): Record<string, string> {
	if (value === null) return {};
	return value.includes("/") ? { temporalCoverage: value } : { datePublished: value };
}

function appearanceOf({ article }: ExportedClaim, { language, say }: Told): Thing {
	const { title, url, outlet, standing } = article;
	return {
		"@type": "NewsArticle",
		identifier: article.id,
		...(title === null ? {} : { headline: title }),
		...(url === null ? {} : { url }),
		...(outlet === null ? {} : { publisher: { "@type": "NewsMediaOrganization", name: outlet } }),
		...dayOf(article.published.value),
		inLanguage: article.language,
		...(standing ? { creativeWorkStatus: say(language, `export.standing.${standing}`) } : {}),
	};
}

function comment(text: string, day: string | null): Thing {
	return { "@type": "CorrectionComment", text, ...dayOf(day) };
}
