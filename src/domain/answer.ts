import { z } from "zod";
import {
	type Article,
	type Claim,
	Contradiction,
	type Passage,
	type TimelineEvent,
} from "./article.ts";
import type { PublishedDate, StatedDate } from "./dates.ts";
import type { ArticleStanding } from "./notice.ts";
import { type AskingCommand, commandsThat } from "./sets/commands.ts";
import type { Filters } from "./sets/filters.ts";
import type { Language } from "./sets/languages.ts";

export type Command = AskingCommand;
export const Command = z.enum(commandsThat(({ asks }) => asks) as [Command, ...Command[]]);

export type Request = Filters & {
	command: Command;
	text: string;
	/** Of the answer; the question's own where absent. */
	language?: Language | undefined;
	/** Items a page, 1 to 100. */
	limit?: number | undefined;
	/** Items to pass over: the next page starts where this one ended. */
	offset?: number | undefined;
	/** Of `who`: which one of several who bear the name; all of them where there is none of this key. */
	bearer?: string | undefined;
};

/** Where the quotation stands, as a reader or a script can check it. */
export type Citation = {
	article: string;
	passage: string;
	title: string | null;
	outlet: string | null;
	published: PublishedDate;
	file: string;
	line: number;
	start: number | null;
	end: number | null;
	/** The line that `end` counts in, where it is another one. */
	end_line?: number;
	url: string | null;
	/** Our own page that shows the words where they stand, where it is served under a public address. */
	reader?: string;
};

/** Names, numbers and terms of a quotation in a reader's language, in its order: ours, and no translation. */
export type KeyWords = {
	language: Language;
	words: string[];
	/** Words of content that are not among them. */
	left: number;
};

/** A machine's translation beside a quotation: never in quotation marks, never searched, never cited. */
export type Gloss = { language: Language; text: string };

/** A correction that the publisher announced, beside what it concerns, in the notice's own words. */
export type Correction = {
	/** Of the notice. */
	id: string;
	/** `article`: which of its statements it concerns cannot be told. */
	scope: "claim" | "article";
	quote: string;
	citation: Citation;
	/** Each only where the notice says it. */
	old: string | null;
	new: string | null;
	day: StatedDate;
};

/** What the source said in the same place before it was edited. */
export type EarlierWords = {
	quote: string;
	/** ISO day on which the edit was noticed. */
	until: string;
	/** In the version of that time. */
	citation: Citation;
};

type Cited = {
	/** The source's own words, or ours where `rendering` says so. */
	quote: string;
	rendering: "verbatim" | "paraphrase";
	citation: Citation;
	/** Where the reader asked in another language than the quotation's. */
	keyWords?: KeyWords;
	/** A machine's translation into the reader's language; in no answer that was not given to a glosser. */
	gloss?: Gloss;
	/** The same statement elsewhere: one item, several citations. */
	alsoIn?: Citation[];
	/** The article was withdrawn, or its page is gone. */
	standing?: ArticleStanding;
	corrections?: Correction[];
	/** Where the quoted words are not those that stood there before. */
	earlier?: EarlierWords;
	/** It stands behind what names the topic, or behind the gap in how well items answer. */
	weaklyRelated?: true;
	/** Its words do not name the topic; they stand in an article about it. */
	inArticleAbout?: true;
};

/**
 * A claim as it is told; `viaLabel`: `via` in the asker's language, where a name of it is known in that;
 * `speakerKey`: which one of several who bear the speaker's name.
 */
export type ToldClaim = Claim & { viaLabel?: string[]; speakerKey?: string };

/** `unscoped`: of a denial of which nothing tells whether it is of all that the other claim says. */
export const ToldStrength = z.enum([...Contradiction.shape.strength.options, "unscoped"]);
export type ToldStrength = z.infer<typeof ToldStrength>;

/** The other side of a contested claim, shown beside it. */
export type Counterpart = Cited & {
	claim: ToldClaim;
	/** Of two of which one denies a part of what the other says: what the denial names, in the asker's language. */
	deniedTopics?: string[];
	strength: ToldStrength;
} & Pick<Contradiction, "kind" | "why">;

export type ClaimItem = Cited & {
	kind: "claim";
	claim: ToldClaim;
	contradictedBy: Counterpart[];
	/** Set where the source makes the statement no more: it is told as it stood. */
	gone?: GoneHow;
	/** What the source says in its place. */
	now?: { quote: string; rendering: "verbatim" | "paraphrase"; citation: Citation };
};
/**
 * `corrected`: the article stands and says something else; `withdrawn`: its publisher took it back;
 * `gone`: its page is there no more; `removed`: it left the collection.
 */
export const goneHows = ["corrected", "withdrawn", "gone", "removed"] as const;
export type GoneHow = (typeof goneHows)[number];

/** The quotation is a part of the passage; `context` is then the whole of it. */
export type PassageItem = Cited & {
	kind: "passage";
	passage: Passage;
	context?: string;
	/** Made in the quoted words. */
	claim?: ToldClaim;
	contradictedBy?: Counterpart[];
	/** Dated in the quoted words. */
	event?: TimelineEvent;
};
export type EventItem = Cited & { kind: "event"; event: TimelineEvent };
/** One article of the corpus: what `sources` lists. It quotes nothing. */
export type SourceItem = {
	kind: "source";
	article: Pick<
		Article,
		"id" | "title" | "outlet" | "url" | "language" | "published" | "reprints" | "standing"
	>;
	/** Corrections that it announces: when the last one was, where it says so. */
	corrected?: { count: number; day: StatedDate };
	/** Its text was edited: the last day on which that was noticed. */
	edited?: { until: string; versions: number };
	counts: { passages: number; claims: number; events: number };
};
export type AnswerItem = ClaimItem | PassageItem | EventItem | SourceItem;

/** What a reader may do next; an adapter shows it as a button, the console as a word to type. */
export type Action = { kind: "more" | "check_quote" | "share" | "picture" | "narrow" };

/**
 * What an answer comes to: somebody states it, it is contested, a figure, a day, a person; the articles
 * do not say; `none`: there is nothing to sum up (a list, a word said to the bot).
 */
export const verdictKinds = [
	"stated",
	"contested",
	"figure",
	"date",
	"person",
	"not_in_corpus",
	"none",
] as const;

/** The first line of an answer, in the asker's language, made of the records that its items cite. */
export type Verdict = { kind: (typeof verdictKinds)[number]; text: string };

/** Data, not text: every adapter lays the same answer out. */
export type Answer = {
	command: Command | "digest";
	/** The language that the question was asked in; all words about the quotations are in it. */
	language: Language;
	/** False when the corpus does not say; then the items are the nearest misses. */
	answered: boolean;
	heading: string;
	/** Absent in a digest. */
	verdict?: Verdict;
	items: AnswerItem[];
	/**
	 * Titles over parts of a digest or a timeline: `at` is the place of the first item below it among
	 * all items, those of other pages included.
	 */
	sections?: { title: string; at: number }[];
	/** How the question was read, what the corpus covers: sentences in the asker's language. */
	notes: string[];
	/** Those of the notes that say how the question was read: told where somebody asks for them. */
	readAs?: string[];
	/** It was said to the bot and asks nothing of the articles: nothing goes on from it. */
	talk?: true;
	/** The items are near misses that nobody has asked to see yet: what is said first stands alone. */
	folded?: true;
	actions: Action[];
	/** Items before paging; where a topic was asked for, those that name it and those that were shown. */
	total: number;
	offset: number;
	/** Items behind those of `total`, which are only weakly related. */
	weak?: number;
};
