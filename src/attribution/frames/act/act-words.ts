import type { Known } from "../../speakers/known.ts";
import type { ContentPieces, Stretch } from "../parts.ts";
import type { ClaimBefore } from "./claim-before.ts";

/** What the act of a claim is read from. */
export type ActWords = {
	content: ContentPieces;
	cue: Stretch | undefined;
	/** The kind of the speaker as printed. */
	speaker: string;
	/** What the rules make of it; empty where they read no statement there. */
	ruled: string;
	/** The act of the claim before, and whether the same speaker made it; empty at the first. */
	before: string;
	same: boolean;
	/** The act of the claim before that one. */
	earlier: string;
	/** Who says it, where somebody is named, and the passage that it stands in. */
	who: Known | undefined;
	passage: number;
	/** The claims of the article so far, or the last of them. */
	claims: readonly ClaimBefore[];
};

/** Takes a template, and up to two things that are seen together. */
export type AddKey = (template: number, one: number, other?: number) => void;
