type CommandRow = {
	/** It asks the collection: a question of this kind is answered with an `Answer`. */
	asks: boolean;
	/** A slash command of its own where each has to be registered; the others are only typed. */
	slash: boolean;
	/** With most texts it changes something, so that it matters who asks. */
	manages: boolean;
	/** Without a stroke before it: alone on a line, or at the head of one that is no question. */
	typed: readonly ("alone" | "leading")[];
};

/**
 * What a person can tell the bot to do. One row a command; its words are the texts `command.…`,
 * which the check of messages names where they are missing.
 */
export const commands = {
	claims: { asks: true, slash: true, manages: false, typed: ["leading"] },
	ask: { asks: true, slash: true, manages: false, typed: ["leading"] },
	timeline: { asks: true, slash: true, manages: false, typed: ["leading"] },
	search: { asks: true, slash: true, manages: false, typed: [] },
	who: { asks: true, slash: true, manages: false, typed: [] },
	sources: { asks: true, slash: true, manages: true, typed: ["alone"] },
	digest: { asks: false, slash: true, manages: true, typed: ["leading"] },
	settings: { asks: false, slash: false, manages: true, typed: ["alone", "leading"] },
	isnad: { asks: false, slash: true, manages: true, typed: ["leading"] },
	help: { asks: false, slash: false, manages: false, typed: ["alone"] },
	more: { asks: false, slash: false, manages: false, typed: ["alone"] },
	quit: { asks: false, slash: false, manages: false, typed: ["alone"] },
} as const satisfies Record<string, CommandRow>;

type Commands = typeof commands;
export type CommandKey = keyof Commands;
/** Those that ask the collection. */
export type AskingCommand = {
	[K in CommandKey]: Commands[K]["asks"] extends true ? K : never;
}[CommandKey];

export const commandKeys = Object.keys(commands) as CommandKey[];

/** The commands whose row is so, in their order. */
export function commandsThat(holds: (row: CommandRow) => boolean): CommandKey[] {
	return commandKeys.filter((key) => holds(commands[key]));
}
