/** The kinds of span that a passage is divided into; every other token is outside. */
export const spanKinds = ["source", "name", "cue", "content", "resumed", "channel", "day"] as const;
export type SpanKind = (typeof spanKinds)[number];

/** 0 is outside; then the beginning and the inside of each kind. */
export const labelCount = 1 + 2 * spanKinds.length;

export const beginOf = (kind: SpanKind): number => 1 + 2 * spanKinds.indexOf(kind);
export const insideOf = (kind: SpanKind): number => beginOf(kind) + 1;
export const kindOfLabel = (label: number): SpanKind | undefined =>
	label === 0 ? undefined : spanKinds[(label - 1) >> 1];
export const isBegin = (label: number): boolean => label % 2 === 1;

/** Which label may follow which: the inside of a span only its beginning or inside. Row `labelCount` is the start. */
export function allowed(before: number, label: number): boolean {
	if (label === 0 || isBegin(label)) return true;
	return before === label || before === label - 1;
}

/** A span over the tokens `from` to `to` (exclusive). */
export type LabelledSpan = { kind: SpanKind; from: number; to: number };

export function spansOf(path: ArrayLike<number>): LabelledSpan[] {
	const spans: LabelledSpan[] = [];
	for (let at = 0; at < path.length; ) {
		const label = path[at] ?? 0;
		const kind = kindOfLabel(label);
		const from = at++;
		if (!kind) continue;
		while (at < path.length && path[at] === insideOf(kind)) at++;
		spans.push({ kind, from, to: at });
	}
	return spans;
}

/** The labels of spans that do not overlap. */
export function labelsOf(spans: readonly LabelledSpan[], length: number): Uint8Array {
	const path = new Uint8Array(length);
	for (const { kind, from, to } of spans) {
		path.fill(insideOf(kind), from, to);
		path[from] = beginOf(kind);
	}
	return path;
}
