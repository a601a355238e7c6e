import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "../../src/app/paths.ts";
import type { DayRange } from "../../src/domain/dates.ts";
import { dayRange } from "../../src/domain/dates.ts";

const Case = z.object({
	suite: z.string(),
	lang: z.enum(["ar", "en"]),
	kind: z.string(),
	text: z.string(),
	exprText: z.string(),
	/** The reference day. */
	ref: z.string(),
	/** Every value that is right; ends may belong to a range or not. Null: the suite gives none here. */
	expect: z.array(z.string()).nullable(),
});

export type DateCase = Omit<z.infer<typeof Case>, "expect"> & {
	expect: DayRange[];
	/** Where the expression stands in the text. */
	start: number;
	end: number;
};

export const casesFile = join(projectFolder, "../shared/bench/dates/cases.json");

/** Kinds and texts that no news report holds: a bare day of the month, calendars and reminders. */
const notNewsKind = "day of month alone";
const notNews =
	/calendar|appointment|meeting|remind|schedule|cortana|skype|book (?:me|this|a)|set up|تقويم|موعد|اجتماع|ذكّ?رني|كورتانا|سكايب|تذكير|جدول/iu;

/** The cases with a right value and a place, those of news alone or all; null where the file is not there. */
export function readCases(all: boolean): DateCase[] | null {
	if (!existsSync(casesFile)) return null;
	const cases = z.array(Case).parse(JSON.parse(readFileSync(casesFile, "utf8")));
	return cases.flatMap((one) => {
		const expect = (one.expect ?? []).flatMap((value) => dayRange(value) ?? []);
		if (expect.length === 0) return [];
		if (!all && (one.kind === notNewsKind || notNews.test(one.text))) return [];
		const at = one.text.toLowerCase().indexOf(one.exprText.trim().toLowerCase());
		const start = Math.max(0, at);
		const end = at < 0 ? one.text.length : at + one.exprText.trim().length;
		return [{ ...one, expect, start, end }];
	});
}
