import { coarse } from "../../src/attribution/frames/coarse.ts";
import { partsOf, type Stretch } from "../../src/attribution/frames/parts.ts";
import { spansOf } from "../../src/attribution/sequence/labels.ts";
import { type PassageView, viewOf } from "../../src/attribution/sequence/passage-view.ts";
import type { TextToken } from "../../src/attribution/sequence/tokens.ts";
import type { WordKnowledge } from "../../src/language/words/word-knowledge.ts";
import type { Example } from "./sequences.ts";

type Piece = { tokens: readonly TextToken[]; labels: readonly number[] };

/** Words for speakers and words of saying by the place that they may stand in. */
export type FrameStock = ReadonlyMap<string, readonly Piece[]>;

/** As often as this a part of a frame is exchanged. */
const share = 0.4;

export function frameStock(examples: readonly Example[], words: WordKnowledge): FrameStock {
	const stock = new Map<string, Piece[]>();
	for (const example of examples) {
		for (const { key, from, to } of places(example, words)) {
			const piece = {
				tokens: example.tokens.slice(from, to),
				labels: [...example.labels.slice(from, to)],
			};
			stock.set(key, [...(stock.get(key) ?? []), piece]);
		}
	}
	return stock;
}

/** The example with some speakers and verbs of saying exchanged for others that fit the place. */
export function withOtherFrames(
	example: Example,
	words: WordKnowledge,
	stock: FrameStock,
	random: () => number,
): Example {
	const tokens: TextToken[] = [];
	const labels: number[] = [];
	let at = 0;
	const take = (until: number) => {
		tokens.push(...example.tokens.slice(at, until));
		labels.push(...example.labels.slice(at, until));
	};
	for (const { key, from, to } of places(example, words)) {
		const all = stock.get(key) ?? [];
		if (random() >= share || all.length < 2 || from < at) continue;
		const other = all[Math.floor(random() * all.length)] as Piece;
		take(from);
		const place = example.tokens[from] as TextToken;
		tokens.push(...other.tokens.map((t) => ({ ...t, start: place.start, end: place.end })));
		labels.push(...other.labels);
		at = to;
	}
	take(example.tokens.length);
	return { ...example, tokens, labels: Uint8Array.from(labels), changed: true };
}

/** The parts of frames of an example in their order, with what must be equal for an exchange. */
function places(example: Example, words: WordKnowledge): (Stretch & { key: string })[] {
	const view = viewOf(example.tokens, words);
	const { sources, cues } = partsOf(spansOf(example.labels).map((s) => ({ ...s, sure: 1 })));
	const out = cues.flatMap((cue) => {
		const facts = view.facts[cue.from];
		if (!facts?.cue || cue.to - cue.from > 1) return [];
		return [
			{
				...cue,
				key: `cue ${facts.cue} ${facts.agreement} ${facts.clitics} ${view.facts[cue.to]?.kind === "complementisers" ? "that" : nextOf(view, cue.to)}`,
			},
		];
	});
	for (const source of sources) {
		const first = view.facts[source.from];
		const side = cues.some((c) => c.to === source.from)
			? "behind"
			: cues.some((c) => c.from === source.to)
				? "before"
				: "apart";
		out.push({
			...source,
			sure: 1,
			key: `source ${coarse(view, source.from)} ${source.name ? "named" : "plain"} ${side} ${first?.clitics} ${genderOf(view, source.from)}`,
		});
	}
	return out.sort((a, b) => a.from - b.from);
}

const nextOf = (view: PassageView, at: number): string => coarse(view, at);

function genderOf(view: PassageView, at: number): string {
	const facts = view.facts[at];
	if (facts?.sex) return facts.sex;
	return /[هة]$/u.test(view.tokens[at]?.word ?? "") ? "f" : "m";
}
