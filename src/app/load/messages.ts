import { join } from "node:path";
import { z } from "zod";
import { createSay, type MessageTable, type Say } from "../../domain/messages.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { damaged, readData } from "./language-data.ts";

const plural = z.strictObject({
	zero: z.string().optional(),
	one: z.string().optional(),
	two: z.string().optional(),
	few: z.string().optional(),
	many: z.string().optional(),
	other: z.string(),
});
/** index-data/messages/<language>.json: every text that users see, by key. */
export const MessageFile = z.record(z.string(), z.union([z.string().min(1), plural]));

/** Reads the texts of both languages. Errors: `data_invalid`. */
export async function loadMessages(folder: string): Promise<Say> {
	const [ar, en] = await Promise.all([readTable(folder, "ar"), readTable(folder, "en")]);
	return createSay({ ar, en });
}

async function readTable(folder: string, language: Language): Promise<MessageTable> {
	const [messages, name] = [join(folder, "messages"), `${language}.json`];
	const parsed = MessageFile.safeParse(await readData(messages, name));
	if (!parsed.success) throw damaged(join(messages, name), parsed.error);
	return parsed.data as MessageTable;
}
