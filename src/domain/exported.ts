import type { Request } from "./answer.ts";
import type { Claim, Contradiction, SpeakerKind } from "./article.ts";
import type { Standing } from "./claim-standing.ts";
import type { PublishedDate, StatedDate } from "./dates.ts";
import type { Act } from "./sets/acts.ts";
import type { ExportFormat, ExportKind } from "./sets/export-formats.ts";
import type { Language } from "./sets/languages.ts";

/** Where words stand, as a person or a program can look them up. */
export type ExportedPlace = {
	quote: string;
	/** `verbatim`: the article's own words; `paraphrase`: ours. */
	rendering: "verbatim" | "paraphrase";
	/** A machine's translation of the quotation, where one was made before: no quotation, and nobody's words. */
	gloss: string | null;
	file: string;
	/** Counted from 1; the offsets are UTF-16 units inside the line, null where the words are ours. */
	line: number;
	start: number | null;
	end: number | null;
	/** The line that `end` counts in. */
	endLine: number;
	article: ExportedArticle;
	/** Our own page that shows the words, where one is served. */
	reader: string | null;
};

export type ExportedArticle = {
	id: string;
	title: string | null;
	outlet: string | null;
	url: string | null;
	language: Language;
	published: PublishedDate;
	/** Set where its publisher took it back, or its page is gone. */
	standing: "withdrawn" | "gone" | null;
};

export type ExportedSpeaker = {
	name: string;
	kind: SpeakerKind;
	label: Record<Language, string> | null;
};

export type ExportedAttribution = {
	speaker: ExportedSpeaker;
	act: Act;
	hedged: boolean;
	/** Who relayed it, from nearest the speaker to nearest the article. */
	via: string[];
	saidOn: StatedDate;
};

export type ExportedClaim = ExportedPlace &
	ExportedAttribution & {
		kind: "claims";
		id: string;
		/** 0 to 1 that speaker and act are right; null where people annotated it. */
		confidence: number | null;
		sureness: Standing;
		contradictedBy: (Pick<Contradiction, "kind" | "strength"> & { id: string })[];
		/** What an operator has set in it. */
		corrected: NonNullable<Claim["corrected"]>;
		/** What its publisher corrected, in the words of the notice. */
		corrections: ExportedCorrection[];
	};
export type ExportedCorrection = { quote: string; scope: "claim" | "article"; day: string | null };

export type ExportedEvent = ExportedPlace & {
	kind: "events";
	id: string;
	date: StatedDate & { expression: string | null };
	planned: boolean;
	/** In whose words it stands, where it is told inside a claim. */
	said: (ExportedAttribution & { id: string }) | null;
};

export type ExportedFigure = ExportedPlace & {
	kind: "figures";
	value: number | null;
	unit: string;
	qualifier: string | null;
	said: (ExportedAttribution & { id: string }) | null;
};

export type Exported = ExportedClaim | ExportedEvent | ExportedFigure;

/** Records in the order of the articles and their lines; made one by one as they are asked for. */
export type ExportedRecords = {
	count: number;
	language: Language;
	/** Of each; empty for what has none. */
	ids: readonly string[];
	/** The words of each as they are stored: no record is made for them, and nothing compared. */
	quotes(): Iterable<string>;
	/** All of them, or those with these ids. */
	records(only?: ReadonlySet<string>): Iterable<Exported>;
};

/** What is asked to leave: all of a kind, or what a topic and filters leave of it. */
export type ExportAsked = {
	kind: ExportKind;
	format: ExportFormat;
	request: Omit<Request, "command" | "limit" | "offset">;
};

/** An export that is being written: texts that follow one another. */
export type ExportFile = {
	/** Records in it. */
	count: number;
	name: string;
	type: string;
	chunks: AsyncIterable<string>;
};

/** Whatever leaves for other programs. */
export interface Exports {
	/**
	 * `most`: records at most; of more none is written. `self`: path and query of this very
	 * export, where it has an address. Errors: those of an answer; `request_malformed` where the format does not hold the
	 * kind, or there is more than `most`.
	 */
	open(asked: ExportAsked, bounds?: { most?: number; self?: string }): Promise<ExportFile>;
}
