import type { Desk } from "../../../src/domain/chat.ts";
import type { VoteEntry } from "../../../src/domain/feedback.ts";
import type { DigestEntry } from "../../../src/domain/forms.ts";
import type { Filters } from "../../../src/domain/sets/filters.ts";
import type { WrongEntry } from "../../../src/domain/wrong-form.ts";

/** What a platform may lack; where one does, the reason is told in the list of skipped tests. */
export type Ability =
	| "commands"
	| "mentions"
	| "direct"
	| "threads"
	| "about"
	| "buttons"
	| "forms"
	| "private"
	| "redelivery"
	| "rate_limit"
	| "server_error"
	| "lost_reply"
	| "other_bots"
	| "reconnect";

/** A platform with people on it, a channel and the bot: the real SDK against a server of ours. */
export interface Stage {
	readonly name: string;
	readonly lacks: Partial<Record<Ability, string>>;
	/** Starts server and adapter; resolves once the adapter accepts work. */
	open(desk: Desk, settings?: StageSettings): Promise<Session>;
}

/** What an operator may set of every platform. */
export type StageSettings = { followUps?: boolean };

/** One thing that a person did, as the platform delivered it. */
export type Delivery = { id: string };

export type Doing = {
	/** A name of the test's own for the person; "ann" where absent. */
	as?: string;
	/** The id of a shown message in whose thread, or as a reply to which, it is done. */
	thread?: string;
	/**
	 * Of a command: in the conversation with the bot alone, or where the bot is no member; else in the
	 * channel.
	 */
	where?: "direct" | "elsewhere";
};

/** What a form that was sent and not taken tells, and what it still holds, by field. */
export type Refused = { text: string; kept: Record<string, string> };

/** What the suite does and sees. Every method resolves once the platform has the acknowledgement. */
export interface Session {
	command(name: string, text: string, doing?: Doing): Promise<Delivery>;
	/** A message in the channel that mentions the bot; `thread`: inside that message's thread. */
	mention(text: string, doing?: Doing): Promise<Delivery>;
	/** A message that mentions nobody, delivered as far as the bot is told of such; its id. */
	says(text: string, doing?: Doing): Promise<string>;
	/** Changes a message to one that mentions the bot, with this text. */
	edits(id: string, text: string): Promise<void>;
	/** From now on the bot may not write in the channel. */
	forbid(): void;
	direct(text: string, doing?: Doing): Promise<Delivery>;
	/** "Find claims about this" on a person's message with this text. */
	about(text: string, doing?: Doing): Promise<Delivery>;
	click(on: Shown, action: ButtonAction, item?: number, doing?: Doing): Promise<Delivery>;
	/** Opens the form behind "narrow", fills it in and sends it. */
	narrow(on: Shown, filters: Filters, doing?: Doing): Promise<Delivery>;
	/** Gives `/digest` with this text, which opens a form, and sends it with these fields changed. */
	digestForm(text: string, entered: Partial<DigestEntry>, doing?: Doing): Promise<Delivery>;
	/** Resolves once the form is there again. */
	refused(delivery: Delivery, doing?: Doing): Promise<Refused>;
	/** Opens the form behind "This is wrong", fills it in and sends it. */
	wrong(on: Shown, entry: Partial<WrongEntry>, doing?: Doing): Promise<Delivery>;
	/** Clicks the second thumb under an answer, fills in the form that asks why and sends it. */
	voteWrong(on: Shown, entry: Partial<VoteEntry>, doing?: Doing): Promise<Delivery>;
	/** The platform's id of a person. */
	idOf(as: string): string;
	/** The very same delivery again, as the platform does where it doubts. */
	again(delivery: Delivery): Promise<void>;
	/** A message of another bot that mentions ours. */
	otherBot(text: string): Promise<void>;
	/** The next so many messages or edits of the bot meet this. */
	fault(fault: Fault, times: number): void;
	/** The platform renews or breaks the connection; resolves once it stands again. */
	reconnect(): Promise<void>;

	/** What people see of the bot now, in order, edits applied, placeholders among it. */
	shown(): Shown[];
	/** From the delivery to its acknowledgement at the platform, in milliseconds. */
	acknowledgedMs(delivery: Delivery): number;
	/** What the acknowledgement held, where a platform has such. */
	acknowledgement?(id: string): unknown;
	/** Rules of the platform that the bot broke, as the server saw them: late, too long, too fast. */
	violations(): string[];

	/** Stops the adapter as a signal would: resolves once it has finished what it accepted. */
	stop(): Promise<void>;
	/** Stops what still runs: adapter and server. */
	close(): Promise<void>;
}

/** `reading`: how the question was read, beside the quotations that can be checked. */
export type ButtonAction =
	| "more"
	| "check_quote"
	| "reading"
	| "share"
	| "wrong"
	| "vote_right"
	| "vote_wrong"
	| "example";
/** `lost_reply`: the platform does what is asked and the answer never arrives. */
export type Fault = "rate_limited" | "server_error" | "lost_reply";

/** A message of the bot as people see it. */
export type Shown = {
	id: string;
	audience: "asker" | "channel";
	/** The message whose thread it stands in. */
	thread: string | null;
	/** Everything that is read, in its order, escapes resolved: headings, quotations, notes. */
	text: string;
	/** Buttons under it; `item` where there is one for each item. */
	actions: { action: ButtonAction | "narrow"; item?: number }[];
	/** Addresses that can be clicked. */
	links: string[];
	/** People, groups or channels that it would notify. */
	mentions: string[];
	/** True while it only says that the bot is at work. */
	pending: boolean;
};
