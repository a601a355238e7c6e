import type { Language } from "../../src/domain/sets/languages.ts";

/** Words of an article, with who says them above and where they stand below. */
export type PictureBlock = {
	/** What it is to the block before it; null for the first. */
	label: string | null;
	/** Who says it, or on which day it happened. */
	head: string;
	/** The words, and whether they are the article's own. */
	words: string;
	isVerbatim: boolean;
	/** Through whom, outlet, day, file and line, address. */
	place: string;
	/** What became of it: corrections, a withdrawal, how sure the reading is. */
	notes: string[];
};

/** All that is told on a picture, as it is laid out by a thread of its own. */
export type PictureContent = {
	kind: "claim" | "timeline";
	language: Language;
	brand: string;
	title: string;
	foot: string;
	blocks: PictureBlock[];
	/** Said where so many blocks have no room: `{count}` stands for their number. */
	more: Record<number, string>;
};
