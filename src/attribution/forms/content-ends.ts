import type { ContentPieces, Parts, Stretch } from "../frames/parts.ts";
import { isComma, type PassageView } from "../sequence/passage-view.ts";
import { isCapital } from "../speakers/names/capitals.ts";
import { isArabic } from "../speakers/names/name-words.ts";

/** Words of an aside before who speaks, at most: "a former head of the prison". */
const longestAside = 8;

/**
 * Contents that end where the article goes on in its own voice: before ", while …" and «، فيما …», and before what is told of who speaks
 * behind it (…, a former inmate, Jan Sorel, said).
 */
export function withContentEnds(view: PassageView, parts: Parts): Parts {
	const contents = parts.contents.map((content) => {
		const end = endOf(view, content) ?? beforeAside(view, parts, content);
		return end === undefined ? content : cut(content, end);
	});
	return { ...parts, contents };
}

function cut({ pieces, sure }: ContentPieces, end: number): ContentPieces {
	const kept = pieces.flatMap(({ from, to }) =>
		from < end ? [{ from, to: Math.min(to, end) }] : [],
	);
	return { pieces: kept, sure };
}

/** The comma outside of quotation marks behind which a clause of the article's own begins. */
function endOf(view: PassageView, { pieces }: ContentPieces): number | undefined {
	for (const { from, to } of pieces)
		for (let t = from + 1; t < to - 1; t++)
			if (isComma(view, t) && view.quotes[t] === 0 && breaksOff(view, t + 1)) return t;
	return undefined;
}

/** While, فيما; في حين, مع العلم. */
function breaksOff(view: PassageView, at: number): boolean {
	const [first, second] = [view.facts[at], view.facts[at + 1]];
	if (first?.roles.has("breaks")) return true;
	return first?.kinds.has("prepositions") === true && second?.roles.has("breaksBehind") === true;
}

/** Where the aside begins that a content ends with and a capital name follows; not behind a name, which it may tell of. */
function beforeAside(
	view: PassageView,
	{ sources }: Parts,
	{ pieces }: ContentPieces,
): number | undefined {
	const last = pieces.at(-1);
	if (!last || isArabic(view, last.from)) return undefined;
	const isNamed = (at: number) => sources.some((s) => s.from === at && isCapital(view, at));
	if (!isComma(view, last.to) || !isNamed(last.to + 1)) return undefined;
	for (let t = last.to - 2; t > Math.max(last.from, last.to - longestAside); t--) {
		if (isCapital(view, t)) return undefined;
		const isMark = isComma(view, t) || view.quotes[t] === 3;
		if (isMark && view.facts[t + 1]?.kinds.has("articles")) return endBefore(view, t, last);
		if (isMark) return undefined;
	}
	return undefined;
}

/** Without the comma inside the closing mark: posts,” a former inmate. */
function endBefore(view: PassageView, mark: number, { from }: Stretch): number | undefined {
	const end = isComma(view, mark - 1) ? mark - 1 : mark;
	return end > from && !isCapital(view, end - 1) ? end : undefined;
}
