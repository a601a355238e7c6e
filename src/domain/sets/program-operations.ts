import { type AskingCommand, commandsThat } from "./commands.ts";

/** What another program may ask: every question of a person, a quotation in its place, an article. */
export type ProgramOperation = AskingCommand | "quote" | "article";

export const programOperations: readonly ProgramOperation[] = [
	...(commandsThat(({ asks }) => asks) as AskingCommand[]),
	...(["quote", "article"] as const),
];

/** What a program is given to start from, its topic or name filled in. */
export const programPrompts = ["who_denies", "what_was_said"] as const;
export type ProgramPrompt = (typeof programPrompts)[number];
