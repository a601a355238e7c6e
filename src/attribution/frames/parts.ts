import type { SpanKind } from "../sequence/labels.ts";
import type { SureSpan } from "../sequence/sequence-model.ts";

/** A stretch of tokens, `to` exclusive. */
export type Stretch = { from: number; to: number };

/**
 * Words that name a speaker; `name` is the part that is the name itself, if there is one; `isBody`: it
 * is the name of a body, which an unnamed spokesperson speaks for.
 */
export type SourceWords = Stretch & { name?: Stretch; isBody?: boolean; sure: number };

/** What was said: the first piece and those in which it is resumed. `isShown`: its form alone shows that it was. */
export type ContentPieces = { pieces: Stretch[]; sure: number; isShown?: boolean };

/** The spans of a passage, sorted by what they can be to a claim. */
export type Parts = {
	sources: SourceWords[];
	contents: ContentPieces[];
	cues: (Stretch & { sure: number })[];
	channels: (Stretch & { sure: number })[];
	days: (Stretch & { sure: number })[];
};

export function meet(a: Stretch, b: Stretch): boolean {
	return a.from < b.to && b.from < a.to;
}

/** Where what was said begins. */
export function beginOf({ pieces }: ContentPieces): number {
	return pieces[0]?.from ?? 0;
}

export function partsOf(spans: readonly SureSpan[]): Parts {
	const of = (kind: SpanKind) =>
		spans.filter((s) => s.kind === kind).map(({ from, to, sure }) => ({ from, to, sure }));
	return {
		sources: sourcesOf(spans),
		contents: contentsOf(spans),
		cues: of("cue"),
		channels: of("channel"),
		days: of("day"),
	};
}

/** A title and a name that touch are one source; so are a name and what stands in apposition to it. */
function sourcesOf(spans: readonly SureSpan[]): SourceWords[] {
	const out: SourceWords[] = [];
	for (const { kind, from, to, sure } of spans) {
		if (kind !== "source" && kind !== "name") continue;
		const last = out.at(-1);
		const name = kind === "name" ? { name: { from, to } } : {};
		if (last && last.to === from && !(last.name && kind === "name")) {
			Object.assign(last, name, { to, sure: Math.min(last.sure, sure) });
		} else out.push({ from, to, sure, ...name });
	}
	return out;
}

function contentsOf(spans: readonly SureSpan[]): ContentPieces[] {
	const out: ContentPieces[] = [];
	for (const { kind, from, to, sure } of spans) {
		const last = out.at(-1);
		if (kind === "content" || (kind === "resumed" && !last))
			out.push({ pieces: [{ from, to }], sure });
		else if (kind === "resumed" && last) {
			last.pieces.push({ from, to });
			last.sure = Math.min(last.sure, sure);
		}
	}
	return out;
}
