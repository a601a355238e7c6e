import type { Answer, Request } from "./answer.ts";
import type { Feedback, VoteEntry, VoteReason } from "./feedback.ts";
import type { DigestField, DigestForm, FieldProblem } from "./forms.ts";
import type { Place } from "./place.ts";
import type { Quotation } from "./quotation.ts";
import type { FilterKey, Filters } from "./sets/filters.ts";
import type { Language } from "./sets/languages.ts";
import type { PlatformName } from "./sets/platforms.ts";
import type { Settings } from "./sets/settings.ts";
import type { WrongEntry, WrongField, WrongForm } from "./wrong-form.ts";

/** Who asks. */
export type Asker = {
	place: Place;
	person: string;
	/** Whether the platform calls this person an administrator of the space. */
	admin: boolean;
	/** Whether it is the person's own conversation with the bot, and nobody else is there. */
	direct?: boolean | undefined;
	/** Why the bot can post nothing of its own accord there, where the platform tells that it cannot. */
	cannotPost?: CannotPost | undefined;
	/** The person's own, where the platform tells it: for texts that answer no question. */
	language?: Language | undefined;
	/** IANA name, where the platform tells it. */
	timeZone?: string | undefined;
};

/**
 * What stands above a message: somebody's words, or an answer of the bot by its view. `chosen`: the
 * person replied to it, rather than writing in its thread.
 */
export type Above = ({ text: string } | { view: string }) & { chosen?: true };
/** It is no member there, or only for whoever installed it; or it is one and may not write. */
export type CannotPost = "no_member" | "not_allowed";

/** What was typed: the name of a command, where there is one, and the text behind it. */
export type TypedText = { name?: string | undefined; text?: string | undefined };

/** What a person did, free of any platform. */
export type Incoming =
	/** A command by its name, in either language, with its text as typed: filters are in the text. */
	| { kind: "command"; name: string; text: string }
	/** A question whose options the platform has taken apart; `name`: the command's, as it was typed. */
	| { kind: "request"; request: Request; name?: string }
	/** A mention, a direct message, a reply: a question, or one that goes on from its thread's last. */
	/** `above` is null where the platform does not let the bot read it. */
	| { kind: "message"; text: string; above?: Above | null | undefined }
	/** Somebody's message, about which claims are looked for. */
	| { kind: "about"; text: string }
	/** The rest of an answer; `from`: the offset to go on at, where a message could not hold its page. */
	| { kind: "more"; view: string; from?: number | undefined }
	/** The passage behind an item, with its neighbours; `item` counts from 0 within the view. */
	| { kind: "check_quote"; view: string; item: number }
	/** How the question behind an answer was read. */
	| { kind: "reading"; view: string }
	/** The same answer again, for everybody in the channel. */
	| { kind: "share"; view: string }
	/** The same question within these limits alone. */
	| { kind: "narrow"; view: string; filters: Filters }
	/** An operator says that an item is wrong, and what it should be. */
	| { kind: "wrong"; view: string; item: number; entry: WrongEntry }
	/** A reader says that an answer is right or wrong, and perhaps why. */
	| { kind: "vote"; view: string; vote: Feedback["vote"]; entry?: VoteEntry };

/**
 * What is shown for it. `votable`: readers may say whether it is right. `view` names an answer in buttons: it outlives a restart, and clicks are
 * answered from it.
 */
export type Reply =
	| ({
			kind: "answer";
			answer: Answer;
			view: string;
			votable?: true;
			/** The same answer with glosses that were late, to be put in its place; null where none came. */
			later?: Promise<Answer | null>;
	  } & ToOperator)
	| ({ kind: "quotation"; quotation: Quotation; view: string; item: number } & ToOperator)
	| { kind: "notice"; notice: Notice; again?: FormAgain };

/** What was typed could not be taken: `view` gives it back to the form that it was, or can be, typed into. */
export type FormAgain = { form: "narrow" | "digest"; view: string };

/**
 * Set where whoever asked may correct what is shown. The button for it is for nobody else: it stands
 * only where this person alone sees the message.
 */
export type ToOperator = { correctable?: true };

/** The form behind "wrong" under an answer, as this reader left it. */
export type VoteForm = {
	language: Language;
	choices: { value: VoteReason; label: string }[];
	reason: VoteReason | null;
	note: string;
};

/** A text of ours that quotes no source: help, a refusal, what was set. */
export type Notice = {
	/** Stable: `help`, `too_many`, `settings`, or the code of an error. */
	code: string;
	language: Language;
	title: string;
	/** One paragraph each. They may hold a person's own words: to be made safe like all text. */
	lines: string[];
	/** Questions that this corpus answers, as they can be typed. */
	examples: string[];
	/** The same ready to be asked: where there are buttons they stand in the examples' place. */
	ready?: Overview["examples"];
};

/** What the corpus covers and how to ask it: the home of an app, the first prompts. */
export type Overview = {
	language: Language;
	/** One sentence: how many articles, of which days. */
	coverage: string;
	outlets: string[];
	speakers: string[];
	/** How to ask, a sentence each. */
	hints: string[];
	/** Ready to be asked: a label of a few words, and the command in this language with its text. */
	examples: { label: string; name: string; text: string }[];
};

/**
 * What every platform's adapter talks to: it reads what a person wrote, keeps threads and views,
 * holds people to their limits and rights, and answers. Nothing of it throws: an error becomes a
 * notice with its code.
 */
export interface Desk {
	/** The reply to one thing; what it is about is told by `incoming`, never guessed by an adapter. */
	reply(incoming: Incoming, asker: Asker): Promise<Reply>;
	/**
	 * Runs `work` unless the same delivery was handled before or is in hand: platforms deliver what
	 * they doubt about again. True where it ran. Ids are unique within the platform. A delivery that
	 * an earlier process took and did not finish runs again, and so does one that `work` gives back since
	 * nothing of it was done.
	 */
	once(
		platform: PlatformName,
		delivery: string,
		work: (giveBack: () => void) => Promise<void>,
	): Promise<boolean>;
	/**
	 * Told where a message held an answer only up to this offset: the word "more" goes on there, as
	 * the button does.
	 */
	shown(asker: Asker, next: number): Promise<void>;
	/** As the channel and the person have set them, defaults filled in. */
	settings(asker: Asker): Promise<Settings>;
	/** Whether a text leaves unsaid what it is about: the message above it is to be read then. */
	pointsAbove(text: string, asker: Asker): Promise<boolean>;
	/** Whether what was written to nobody in particular asks the bot to go on from what it answered. */
	goesOn(text: string, asker: Asker, above?: Above): Promise<boolean>;
	/** The question behind a view, to fill a form with; null where it is too old, or shown elsewhere. */
	request(view: string, asker: Asker): Promise<Request | null>;
	/** The form behind "wrong" under an answer; null where there is no such answer, or nobody is asked. */
	voteForm(view: string, asker: Asker): Promise<VoteForm | null>;
	/** Which fields of "narrow" cannot be taken as they are; it changes nothing. */
	narrowProblems(
		sent: { view: string; filters: Filters },
		asker: Asker,
	): Promise<FieldProblem<FilterKey>[]>;
	/**
	 * The form for what stands behind `/digest`, where that leaves everything open: "edit 2", "subscribe".
	 * Null for all else, for whoever may not, and where the bot cannot post. `view`: filled in with what
	 * was typed before, see `FormAgain`.
	 */
	digestForm(
		asked: { text: string; name?: string } | { view: string },
		asker: Asker,
	): Promise<DigestForm | null>;
	/**
	 * Which field of a form that was sent cannot be taken; it changes nothing. `text` is as `digestOrder`
	 * writes it, `name` the command behind which it is read.
	 */
	digestProblem(
		sent: { name: string; text: string },
		asker: Asker,
	): Promise<FieldProblem<DigestField> | null>;
	/** The form behind "This is wrong"; null for whoever is no operator, and where the item is gone. */
	wrongForm(view: string, item: number, asker: Asker): Promise<WrongForm | null>;
	/** Which field of a form that was sent cannot be taken; null where none is. It changes nothing. */
	wrongField(
		sent: { view: string; item: number; entry: WrongEntry },
		asker: Asker,
	): Promise<WrongField | null>;
	/**
	 * The language of a text of ours for this person: as it was set, else the person's own, else that
	 * of what was typed. It never fails.
	 */
	language(asker: Asker, typed?: TypedText): Promise<Language>;
	overview(language: Language, asker: Asker): Promise<Overview>;
	/** Values for a field of a form that begin like `text`, best first; at most `most`. */
	suggest(
		typed: { field: "by" | "outlet" | "topic"; text: string; most: number },
		asker: Asker,
	): Promise<string[]>;
	/** A notice of ours outside any reply: "searching…", "this went wrong". */
	notice(code: string, language: Language): Notice;
}
