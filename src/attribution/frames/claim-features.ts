import { mix } from "../sequence/hash.ts";
import type { PassageReading } from "../sequence/passage-reading.ts";
import { keysAt } from "../sequence/passage-view.ts";
import { coarseKeys, coarseOf, outlineKey } from "./coarse.ts";
import type { ContentPieces } from "./parts.ts";
import { statementAt } from "./source/source-candidates.ts";

/** A speaker further from a content than this many tokens is not looked for. */
const far = 100;

/** The keys of "no claim" and "a claim", in this order, for a content that the sequence model read. */
export function claimFeatures(
	{ view, parts, rules, source }: PassageReading,
	content: ContentPieces,
): number[][] {
	const keys: number[] = [];
	let template = 70_000;
	const add = (a: number, b = 0, c = 0, d = 0) => keys.push(mix(template++, a, b, c, d));
	const classes = coarseOf(view);
	const here = content.pieces[0] ?? { from: 0, to: 0 };
	const end = content.pieces.at(-1)?.to ?? here.to;
	const stem = (t: number) => keysAt(view, t).stem;
	const cls = coarseKeys(view);
	const quoted = view.quotes[here.from] ?? 0;
	const sure =
		content.sure > 0.98
			? 4
			: content.sure > 0.9
				? 3
				: content.sure > 0.7
					? 2
					: content.sure > 0.5
						? 1
						: 0;
	const before = parts.cues.findLast((c) => c.to <= here.from);
	const behind = parts.cues.find((c) => c.from >= end);
	const near = (gap: number) => (gap < 0 ? 9 : gap <= 2 ? gap : gap <= 5 ? 3 : gap <= 12 ? 4 : 5);
	const toBefore = before ? near(here.from - before.to) : 9;
	const toBehind = behind ? near(behind.from - end) : 9;
	const statement = statementAt(rules, content);
	const ruled = statement ? (Math.abs(statement.content.from - here.from) <= 1 ? 2 : 1) : 0;
	const first = view.first[view.sentence[here.from] ?? 0] ?? 0;
	const last = view.last[view.sentence[end - 1] ?? 0] ?? end;
	let most = 0;
	for (let t = Math.max(first, here.from - far); t <= Math.min(last, end + far); t++)
		most = Math.max(most, source[t] ?? 0);
	const spoken = Math.round(3 * most);
	const length = Math.min(5, Math.floor((end - here.from) / 4));
	add(1);
	add(sure);
	add(sure, quoted);
	add(sure, ruled);
	add(sure, toBefore, toBehind);
	add(sure, spoken);
	add(sure, length);
	add(ruled, quoted, toBefore, toBehind);
	add(ruled, spoken, quoted);
	add(toBefore, before ? stem(before.from) : 0);
	add(toBehind, behind ? stem(behind.from) : 0);
	add(stem(here.from - 1), ruled);
	add(cls(here.from - 1), cls(here.from));
	add(cls(here.from), sure);
	add(outlineKey(classes, { from: here.from, to: here.from + 3 }));
	add(stem(here.from), sure > 2 ? 1 : 0);
	add(cls(end), quoted);
	add(length, quoted, spoken);
	add(content.pieces.length > 1 ? 1 : 0, sure);
	add(here.from === first ? 1 : 0, toBefore, quoted);
	add(Math.min(3, parts.contents.indexOf(content)), sure);
	return [[], keys];
}
