import { z } from "zod";
import { DateMention, PublishedDate, StatedDate } from "./dates.ts";
import { ArticleStanding, Notice } from "./notice.ts";
import { Act } from "./sets/acts.ts";
import { Bilingual, Language } from "./sets/languages.ts";
import { Span } from "./span.ts";

export { Span };

export const PassageKind = z.enum(["title", "subhead", "body", "quote"]);
export type PassageKind = z.infer<typeof PassageKind>;

export const Passage = z.object({
	id: z.string().min(1),
	kind: PassageKind,
	text: z.string().min(1),
	source: Span,
	/** Only in a paraphrased corpus; `text` is then the one in the article's language. */
	paraphrase: Bilingual.optional(),
});
export type Passage = z.infer<typeof Passage>;

/** It names the matter, and stands over the text. */
export function isHeading({ kind }: Pick<Passage, "kind">): boolean {
	return kind === "title" || kind === "subhead";
}

export const SpeakerKind = z.enum([
	"person",
	"organisation",
	"state",
	"outlet",
	"document",
	"anonymous",
]);
export type SpeakerKind = z.infer<typeof SpeakerKind>;

export const Speaker = z.object({
	/** The name as the article gives it, at its fullest. */
	name: z.string().min(1),
	kind: SpeakerKind,
	/** The name in both languages, where it is known. */
	label: Bilingual.optional(),
	/** True where the text may name somebody, but who it is could not be read with confidence. */
	unread: z.boolean().optional(),
});
export type Speaker = z.infer<typeof Speaker>;

export const Claim = z.object({
	id: z.string().min(1),
	/** The passage that holds the claim. */
	passage: z.string().min(1),
	quote: z.string().min(1),
	source: Span,
	speaker: Speaker,
	/** Who relayed it, from nearest the speaker to nearest the article. */
	via: z.array(z.string()),
	act: Act,
	/** True where the wording weakens it: perhaps, probably, may. */
	hedged: z.boolean(),
	/** How probable it is that speaker and act are right, 0 to 1; absent where people annotated it. */
	confidence: z.number().min(0).max(1).optional(),
	saidOn: StatedDate,
	/** Nobody was read to say it: the article tells it in its own words, or passes it on. */
	told: z.literal(true).optional(),
	/** What of it an operator has set; see `src/corrections`. */
	corrected: z.array(z.enum(["speaker", "act", "day", "via"])).optional(),
	about: z.array(z.string()),
	topics: z.array(z.string()),
	paraphrase: Bilingual.optional(),
});
export type Claim = z.infer<typeof Claim>;

export const TimelineEvent = z.object({
	id: z.string().min(1),
	passage: z.string().min(1),
	quote: z.string().min(1),
	source: Span,
	date: DateMention,
	/** Announced for a day that lay ahead when the article was written. */
	planned: z.boolean().optional(),
	paraphrase: Bilingual.optional(),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

export const Figure = z.object({
	passage: z.string().min(1),
	quote: z.string().min(1),
	source: Span,
	value: z.number().nullable(),
	/** `percent`, a currency code, or the counted noun as the text has it. */
	unit: z.string(),
	/** `about`, `more than`, `less than`, `nearly`, `up to`, `forecast`… or null. */
	qualifier: z.string().nullable(),
});
export type Figure = z.infer<typeof Figure>;

/** Two claims that cannot both be taken at their word, and why they were put side by side. */
export const Contradiction = z.object({
	/** Ids of the two claims, in the order of the text; they may belong to two articles. */
	claims: z.tuple([z.string().min(1), z.string().min(1)]),
	kind: z.enum(["denial", "figures", "rival_account"]),
	/** `direct`: one answers the other; `partial`: they differ in degree or certainty. */
	strength: z.enum(["direct", "partial"]),
	/** Of a denial: whether it is of all that the other claim says, or of a part. */
	scope: z.enum(["whole", "part"]).optional(),
	why: Bilingual,
	/** Those of the two that an article tells itself, and that are none of its claims without this pair. */
	told: z.array(z.object({ article: z.string().min(1), claim: Claim })).optional(),
});
export type Contradiction = z.infer<typeof Contradiction>;

/** Another place where the same text was printed. */
export const Reprint = z.object({
	outlet: z.string().nullable(),
	title: z.string().nullable(),
	url: z.url({ protocol: /^https?$/ }).nullable(),
	published: PublishedDate,
});
export type Reprint = z.infer<typeof Reprint>;

/** What an article said before its text was edited. It takes no part in search. */
export const EarlierVersion = z.object({
	/** The article's id then. */
	id: z.string().min(1),
	/** ISO day on which the next version was noticed. */
	until: z.iso.date(),
	title: z.string().nullable(),
	source: z.object({ file: z.string().min(1), sha256: z.string() }),
	published: PublishedDate,
	passages: z.array(Passage),
	/** Claims that the next version does not make in these words. */
	claims: z.array(Claim),
	/** By id of a passage or claim of this version: the one of the next version in its place. */
	became: z.record(z.string(), z.string()),
});
export type EarlierVersion = z.infer<typeof EarlierVersion>;

/** An earlier version that is kept no more, and why. */
export const PrunedVersion = z.object({
	id: z.string().min(1),
	until: z.iso.date(),
	/** `versions`: too many of one article; `bytes`: too large together. */
	why: z.enum(["versions", "bytes"]),
});
export type PrunedVersion = z.infer<typeof PrunedVersion>;
/** What an operator's word changed in an article while it is served; it is never stored with it. */
export const OperatorChanges = z.object({
	/** Parts that were taken down. */
	passages: z.int().min(0),
	claims: z.int().min(0),
	outlet: z.boolean(),
});
export type OperatorChanges = z.infer<typeof OperatorChanges>;

export const Article = z.object({
	id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens"),
	language: Language,
	title: z.string().nullable(),
	outlet: z.string().nullable(),
	url: z.url({ protocol: /^https?$/ }).nullable(),
	source: z.object({ file: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
	published: PublishedDate,
	/** `verbatim`: quotations are the source's own words; `paraphrase`: they are ours. */
	rendering: z.enum(["verbatim", "paraphrase"]).default("verbatim"),
	passages: z.array(Passage),
	claims: z.array(Claim),
	events: z.array(TimelineEvent),
	figures: z.array(Figure),
	contradictions: z.array(Contradiction).default([]),
	/** Title and outlet in both languages, in a paraphrased corpus. */
	titleParaphrase: Bilingual.optional(),
	outletLabel: Bilingual.optional(),
	/** Where the same text was printed too: one article, several places. */
	reprints: z.array(Reprint).optional(),
	/** Corrections and withdrawals that the text itself announces. */
	notices: z.array(Notice).optional(),
	/** Set where the publisher took the article back, or its page is gone. */
	standing: ArticleStanding.optional(),
	/** What it said before, the newest first. */
	earlier: z.array(EarlierVersion).optional(),
	/** The newest first. */
	pruned: z.array(PrunedVersion).optional(),
	operator: OperatorChanges.optional(),
});
export type Article = z.infer<typeof Article>;

/** The first passage of the text. */
export function openingOf({ passages }: Pick<Article, "passages">): Passage | undefined {
	return passages.find((passage) => !isHeading(passage));
}
