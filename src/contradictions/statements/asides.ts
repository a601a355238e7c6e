import type { Marked } from "./marks.ts";
import type { StatementReader } from "./statement-reader.ts";

/** Words between the opening of an aside and its denial. */
const reach = 4;
/** Words of what is denied before it. */
const shortestSaid = 4;
/** Characters of a claim that are looked through. */
const longest = 1_000;

/**
 * Where a claim is followed, before its end, by whose denial it is: "…, a charge that the ministry denies". From and
 * to as characters of the text; undefined where it is not.
 */
export function deniedAside(
	reader: StatementReader,
	text: string,
): { from: number; to: number } | undefined {
	const part = text.slice(0, longest);
	const { marks, tokens } = reader.marksOf(part);
	const opens = ({ mark, from }: Marked) =>
		mark === "asides" &&
		from >= shortestSaid &&
		/[,،—–-]\s*$/u.test(part.slice(0, tokens[from]?.start ?? 0)) &&
		marks.some((m) => m.mark === "asideDenials" && m.from >= from && m.from <= from + reach);
	const aside = marks.find(opens);
	const last = tokens.at(-1);
	if (!aside || !last) return undefined;
	return { from: tokens[aside.from]?.start ?? 0, to: last.end };
}
