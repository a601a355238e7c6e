import { z } from "zod";
import { SpeakerKind } from "./article.ts";
import { StatedDate } from "./dates.ts";
import { Act } from "./sets/acts.ts";

/** Longest reason, in UTF-16 units: a paragraph. */
export const longestReason = 1_000;
/** Longest name of anybody. */
export const longestName = 200;
/** Of a passage or a quotation so much is remembered, to know it again. */
export const longestWords = 4_000;

const name = z.string().trim().min(1).max(longestName);
const words = z.string().min(1).max(longestWords);

/** What an article is known by after its text, and with it its id, has changed. */
export const ArticlePlace = z.object({
	id: z.string(),
	url: z.string().nullable(),
	file: z.string(),
	title: z.string().nullable(),
});
export type ArticlePlace = z.infer<typeof ArticlePlace>;

const place = { line: z.int().min(1), start: z.int().nullable(), end: z.int().nullable() };
/** A passage by its own words, and where they stand. */
export const PassagePlace = z.object({ words, ...place });
export type PassagePlace = z.infer<typeof PassagePlace>;

/** A claim by its own words, where they stand, and how it was read: another reading counts claims otherwise. */
export const ClaimPlace = z.object({ words, ...place, speaker: z.string(), act: Act });
export type ClaimPlace = z.infer<typeof ClaimPlace>;

const OfClaim = z.object({ article: ArticlePlace, claim: ClaimPlace });
export type OfClaim = z.infer<typeof OfClaim>;

/** Somebody as the table of identities knows him: by its key, which may change, else by a name of his. */
export const IdentityPlace = z.object({ id: z.string().max(500), name });
export type IdentityPlace = z.infer<typeof IdentityPlace>;

const told = {
	/** What people type to take it back. */
	id: z.string().regex(/^[a-z0-9]{6}$/),
	/** When, in milliseconds since the epoch; who; and why: untrusted text. */
	at: z.number(),
	by: z.string().min(1).max(100),
	why: z.string().trim().min(1).max(longestReason),
};

/** What an operator says over what was read; it is laid over every reading, old and new. */
export const Correction = z.discriminatedUnion("kind", [
	/** Gone from everything that is shown or searched. */
	z.object({ kind: z.literal("hide_article"), ...told, article: ArticlePlace }),
	z.object({
		kind: z.literal("hide_passage"),
		...told,
		article: ArticlePlace,
		passage: PassagePlace,
	}),
	z.object({ kind: z.literal("hide_claim"), ...told, ...OfClaim.shape }),
	/** Taken out of the corpus folder too, and not read again. */
	z.object({ kind: z.literal("remove"), ...told, article: ArticlePlace }),
	z.object({
		kind: z.literal("speaker"),
		...told,
		...OfClaim.shape,
		to: z.object({ name, kind: SpeakerKind }),
	}),
	z.object({ kind: z.literal("act"), ...told, ...OfClaim.shape, to: Act }),
	z.object({ kind: z.literal("day"), ...told, ...OfClaim.shape, to: StatedDate }),
	/** Who relayed it, from nearest the speaker. */
	z.object({ kind: z.literal("via"), ...told, ...OfClaim.shape, to: z.array(name).max(8) }),
	/** Null: it is not known. */
	z.object({ kind: z.literal("outlet"), ...told, article: ArticlePlace, to: name.nullable() }),
	/** These two do not contradict each other. */
	z.object({ kind: z.literal("unpair"), ...told, claims: z.tuple([OfClaim, OfClaim]) }),
	/** Two are one. */
	z.object({ kind: z.literal("merge"), ...told, into: IdentityPlace, other: IdentityPlace }),
	/** Who is spelled so, everywhere or in one article, is somebody else. */
	z.object({ kind: z.literal("split"), ...told, name, article: ArticlePlace.nullable() }),
	z.object({ kind: z.literal("alias"), ...told, of: IdentityPlace, name }),
]);
export type Correction = z.infer<typeof Correction>;
export type CorrectionKind = Correction["kind"];
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A correction before it is kept. */
export type NewCorrection = Without<Correction, "id" | "at">;

/** A correction that holds no more: who took it back, when and why. */
export const Undoing = z.object({ at: told.at, by: told.by, why: told.why });
export type Undoing = z.infer<typeof Undoing>;
