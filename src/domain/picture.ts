import type { Answer, AnswerItem, ClaimItem, PassageItem } from "./answer.ts";
import type { Language } from "./sets/languages.ts";

/** The shapes of a picture, in pixels. The tall one grows with what has to be read on it. */
export const pictureShapes = {
	wide: { width: 1200, height: 630, tallest: 630 },
	tall: { width: 1080, height: 1350, tallest: 2700 },
} as const;
export type PictureShape = keyof typeof pictureShapes;
export const pictureShapeKeys = Object.keys(pictureShapes) as PictureShape[];

export type Picture = {
	png: Uint8Array;
	width: number;
	height: number;
	/** What is on it, for whoever cannot see it. */
	alt: string;
};

/** An item that somebody stands against. */
export type ContestedItem = (ClaimItem | PassageItem) & {
	claim: NonNullable<PassageItem["claim"]>;
	contradictedBy: ClaimItem["contradictedBy"];
};

export interface Pictures {
	/**
	 * A picture of an answer: a claim with what stands against it, or a timeline; null where it is
	 * neither. Without a shape the one that holds it. Errors: `not_supported` where this machine draws none,
	 * `picture_too_large` where the words have no room on any.
	 */
	ofAnswer(answer: Answer, shape?: PictureShape): Promise<Picture | null>;
	ofClaim(item: ClaimItem, language: Language, shape?: PictureShape): Promise<Picture | null>;
}

/** What stands against it is what makes a picture of a claim; what is told no more makes none. */
export function isContested(item: AnswerItem): item is ContestedItem {
	if (item.kind !== "claim" && item.kind !== "passage") return false;
	if (item.kind === "claim" && item.gone) return false;
	return item.claim !== undefined && (item.contradictedBy?.length ?? 0) > 0;
}

/** Whether there is something to draw. */
export function isPicturable({ command, answered, items }: Answer): boolean {
	if (!answered) return false;
	if (command === "timeline") return items.some(({ kind }) => kind === "event");
	return items.some(isContested);
}
