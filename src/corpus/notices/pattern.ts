import { IsnadError } from "../../domain/errors.ts";
import { foldWords } from "../../language/text/phrase-index.ts";
import type { NoticeLine, Slot } from "./notice-line.ts";

export type SlotName = "old" | "new";

type Part =
	/** One of these runs of words. */
	| { kind: "words"; options: readonly (readonly string[])[] }
	/** What the notice gives as a value: up to 40 words of one clause. */
	| { kind: "slot"; name: SlotName }
	/** Up to eight words of one clause. */
	| { kind: "gap" }
	| { kind: "comma" }
	/** A day, with the word before it. */
	| { kind: "day" }
	/** The clause ends here, or goes on with one of these. */
	| { kind: "before"; options: readonly (readonly string[])[] };

export type NoticePattern = { parts: readonly Part[]; startsClause: boolean };

export type Matched = { end: number; slots: Partial<Record<SlotName, Slot>> };

const longestSlot = 40;
const longestGap = 8;

/**
 * Reads a pattern of the data file: words, `<set>`, `{old}` and `{new}`, `*` for some words, `,` for a
 * comma, `@` for a day, `~<set>` for what may follow, and `^` at its head where a clause has to begin.
 * No regular expression is ever built from data. Errors: `data_invalid`.
 */
export function parsePattern(
	text: string,
	sets: ReadonlyMap<string, readonly (readonly string[])[]>,
): NoticePattern {
	const optionsOf = (name: string) => {
		const options = sets.get(name);
		if (options) return options;
		throw new IsnadError(
			"data_invalid",
			`index-data/notices.json has no set <${name}>, which the pattern "${text}" names: add it.`,
		);
	};
	const startsClause = text.startsWith("^");
	const parts = (startsClause ? text.slice(1) : text).split(" ").flatMap((part): Part[] => {
		if (part === "*") return [{ kind: "gap" }];
		if (part === ",") return [{ kind: "comma" }];
		if (part === "@") return [{ kind: "day" }];
		if (part === "{old}" || part === "{new}")
			return [{ kind: "slot", name: part === "{old}" ? "old" : "new" }];
		if (part.startsWith("~<")) return [{ kind: "before", options: optionsOf(part.slice(2, -1)) }];
		if (part.startsWith("<")) return [{ kind: "words", options: optionsOf(part.slice(1, -1)) }];
		return foldWords(part).map((word) => ({ kind: "words", options: [[word]] }));
	});
	return { parts, startsClause };
}

/** The pattern at the word `at`; null where it is not there. A slot is as short as the rest allows. */
export function matchPattern(
	{ parts, startsClause }: NoticePattern,
	line: NoticeLine,
	at: number,
): Matched | null {
	if (startsClause && at > 0 && !line.breaksBefore(at)) return null;
	return matchFrom(parts, 0, line, at);
}

function matchFrom(
	parts: readonly Part[],
	index: number,
	line: NoticeLine,
	at: number,
): Matched | null {
	const part = parts[index];
	if (!part) return { end: at, slots: {} };
	const rest = (from: number) => matchFrom(parts, index + 1, line, from);
	switch (part.kind) {
		case "comma":
			return line.commaBefore(at) ? rest(at) : null;
		case "day": {
			const end = line.dayAt(at);
			return end === null ? null : rest(end);
		}
		case "before": {
			const isEnd = at >= line.length || line.breaksBefore(at) || line.commaBefore(at);
			return isEnd || line.dayAt(at) !== null || line.hasOneOf(part.options, at) ? rest(at) : null;
		}
		case "words":
			for (const option of part.options) {
				if (!line.has(option, at)) continue;
				const found = rest(at + option.length);
				if (found) return found;
			}
			return null;
		case "gap":
			for (let end = at; end <= Math.min(line.length, at + longestGap); end++) {
				if (end > at + 1 && line.breaksBefore(end - 1)) return null;
				const found = rest(end);
				if (found) return found;
			}
			return null;
		case "slot":
			return matchSlot(part.name, index === parts.length - 1, line, at, rest);
	}
}

function matchSlot(
	name: SlotName,
	isLast: boolean,
	line: NoticeLine,
	at: number,
	rest: (from: number) => Matched | null,
): Matched | null {
	const most = Math.min(line.length, at + longestSlot);
	for (let end = at + 1; end <= most; end++) {
		if (end > at + 1 && line.breaksBefore(end - 1)) return null;
		if (isLast && !line.endsValue(end)) continue;
		const found = rest(end);
		if (found) return { ...found, slots: { ...found.slots, [name]: { from: at, to: end } } };
	}
	return null;
}
