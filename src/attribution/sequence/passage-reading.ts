import type { WordKnowledge } from "../../language/words/word-knowledge.ts";
import { type Parts, partsOf, type Stretch } from "../frames/parts.ts";
import { featuresOf } from "./features.ts";
import type { SpanKind } from "./labels.ts";
import { beginOf, insideOf, labelCount } from "./labels.ts";
import { type PassageView, viewOf } from "./passage-view.ts";
import type { RulesReading } from "./rules-reading.ts";
import { withSecondLook } from "./second-look.ts";
import { readLabels, readSpans, type SequenceWeights, type SureSpan } from "./sequence-model.ts";
import { textTokens } from "./tokens.ts";

/** A passage with all that the rules and the sequence models see in it. */
export type PassageReading = {
	view: PassageView;
	rules: RulesReading;
	parts: Parts;
	/** How probable each token is part of a source (its name or the words around it), and of a name. */
	source: Float64Array;
	name: Float64Array;
};

/** Two looks: what the second one sees of a token includes what the first one found around it. */
export function readPassageSpans(
	text: string,
	words: WordKnowledge,
	rules: (text: string, tokens: PassageView["tokens"]) => RulesReading,
	looks: { first: SequenceWeights; sequence: SequenceWeights },
): PassageReading {
	const view = viewOf(textTokens(text), words);
	const ruled = rules(text, view.tokens);
	const setting = { inner: false, rules: ruled.marks };
	const features = featuresOf(view, setting);
	const first = readLabels(looks.first, features);
	// Where the first look sees nothing at all the second has nothing to mend.
	if (first.every((label) => label === 0))
		return passageReading(view, ruled, [], new Float64Array(first.length * labelCount));
	const { spans, probable } = readSpans(looks.sequence, withSecondLook(view, first, features));
	return passageReading(view, ruled, spans, probable);
}

export function passageReading(
	view: PassageView,
	rules: RulesReading,
	spans: readonly SureSpan[],
	probable: Float64Array,
): PassageReading {
	const name = probabilityOf("name", probable, view.tokens.length);
	const around = probabilityOf("source", probable, view.tokens.length);
	return {
		view,
		rules,
		parts: partsOf(spans.map((span) => withoutMark(view, span))),
		name,
		source: around.map((p, t) => p + (name[t] ?? 0)),
	};
}

/** What stands between two marks is said without the closing one, which was read with it: "The port is closed", he said. */
export function withoutMark<T extends Stretch>(view: PassageView, span: T): T {
	const { from, to } = span;
	const isQuoted = view.quotes[from - 1] === 2 && view.quotes[to - 1] === 3 && to - from > 1;
	if (!isQuoted || view.quotes.subarray(from, to - 1).some((mark) => mark !== 1)) return span;
	return { ...span, to: to - 1 };
}

function probabilityOf(kind: SpanKind, probable: Float64Array, length: number): Float64Array {
	const [begin, inside] = [beginOf(kind), insideOf(kind)];
	return Float64Array.from(
		{ length },
		(_, t) => (probable[t * labelCount + begin] ?? 0) + (probable[t * labelCount + inside] ?? 0),
	);
}
