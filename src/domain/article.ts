import { z } from "zod";
import { DateMention, PublishedDate, StatedDate } from "./dates.ts";
import { Act } from "./sets/acts.ts";
import { Bilingual, Language } from "./sets/languages.ts";

/**
 * Where a quotation stands: 1-based line of the file as it was read, and offsets in UTF-16 code
 * units inside that line, so that `line.slice(start, end) === quote`. A quotation that was wrapped
 * over lines ends at `end` of the line `end_line`, and holds the line ends between. In a paraphrased
 * corpus the line is the original's and both offsets are null.
 */
export const Span = z.object({
	line: z.int().min(1),
	start: z.int().min(0).nullable(),
	end: z.int().min(0).nullable(),
	/** Only where it is another one than `line`. */
	end_line: z.int().min(2).optional(),
});
export type Span = z.infer<typeof Span>;

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
});
export type Article = z.infer<typeof Article>;
