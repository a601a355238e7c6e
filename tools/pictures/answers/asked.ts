import { readFileSync } from "node:fs";
import { z } from "zod";
import { commandKeys } from "../../../src/domain/sets/commands.ts";

const text = z.string().max(200);
const inBoth = { en: text, ar: text };

/** What is asked for a picture, in both languages: the text of a command, or a topic. */
const Asked = z.union([
	/** A command with its text. */
	z.strictObject({ ask: z.enum(commandKeys), ...inBoth }),
	/** The place of this item of an answer to `claims`, counted from 0. */
	z.strictObject({ check: z.int().min(0), ...inBoth }),
	/** A digest about the topic in which the whole corpus is new. */
	z.strictObject({ digest: z.literal(true), ...inBoth }),
	/** The form behind "This is wrong" of this item of an answer to `claims`. */
	z.strictObject({ wrong: z.int().min(0), ...inBoth }),
	/** The app's home, where a platform has one. */
	z.strictObject({ home: z.literal(true), ...inBoth }),
]);
export type Asked = z.infer<typeof Asked>;

/** The typical answers by name, in the order in which they are drawn. Errors: a ZodError. */
export function askedAnswers(): [name: string, asked: Asked][] {
	const file = new URL("asked.json", import.meta.url);
	const all = z.record(z.string().regex(/^[a-z]+$/), Asked);
	return Object.entries(all.parse(JSON.parse(readFileSync(file, "utf8"))));
}
