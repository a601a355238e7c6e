import type { ArabicGrammar } from "../grammar.ts";
import { closeOf, kindAt, type Text, textAt, unitAt } from "../sentence.ts";
import type { Frame } from "./frame.ts";

/** The unit behind the last one of what is said in `frame`. `next`: the frames behind it. */
export function contentEnd(
	g: ArabicGrammar,
	t: Text,
	frame: Pick<Frame, "mode" | "content">,
	next: readonly Frame[],
): number {
	const close = frame.mode === "quote" ? closeOf(t, frame.content) : -1;
	if (close > 0) return close + 1;
	let end = nextEnd(next, frame.content);
	for (let i = frame.content; i < t.end; i++) {
		if (end < i) end = nextEnd(next, i);
		const u = unitAt(t, i);
		if (end === i || u?.raw === "؛") return i;
		const kind = u?.kind;
		if (kind === "open") i = Math.max(i, closeOf(t, i));
		else if (kind === "comma" && i > frame.content && breaksOff(g, t, i + 1)) return i;
	}
	return t.end;
}

/** Where the first of the frames that end what is said begins, from `from` on. */
function nextEnd(frames: readonly Frame[], from: number): number {
	let end = Number.POSITIVE_INFINITY;
	for (const f of frames) if (f.at >= from && f.at < end && endsContent(f)) end = f.at;
	return end;
}

function endsContent(f: Frame): boolean {
	return f.peer || f.kind === "according" || f.kind === "passive";
}

/** فيما, وذلك, جاء ذلك: the article goes on in its own voice. */
function breaksOff(g: ArabicGrammar, t: Text, i: number): boolean {
	const word = textAt(t, i);
	return g.is.contentBreaks.has(word) || g.is.contentBreaks.has(`${word} ${textAt(t, i + 1)}`);
}

/** Without the marks around it; a pair of quotation marks goes when it holds all of it. */
export function trim(t: Text, [from, to]: readonly [number, number]): [number, number] {
	let a = from;
	let b = to;
	// Opening marks less closing ones, before the last unit; counted once somebody asks.
	let depth: number | null = null;
	const depthBefore = () => {
		depth ??= depthOf(t, a, b - 1);
		return depth;
	};
	const dropFirst = () => {
		const dropped = weight(t, a++);
		if (depth !== null) depth -= dropped;
	};
	const dropLast = () => {
		b--;
		if (depth !== null) depth -= weight(t, b - 1);
	};
	while (b > a) {
		if (isPadding(t, a)) dropFirst();
		else if (isPadding(t, b - 1)) dropLast();
		else if (kindAt(t, a) === "open" && !closesInside(t, a, b)) {
			if (closeOf(t, a) === b - 1) dropLast();
			dropFirst();
		} else if (kindAt(t, b - 1) === "close" && depthBefore() <= 0) dropLast();
		else break;
	}
	return [a, b];
}

function isPadding(t: Text, i: number): boolean {
	const kind = kindAt(t, i);
	return kind === "comma" || kind === "colon" || kind === "dash" || kind === "stop";
}

function depthOf(t: Text, from: number, to: number): number {
	let depth = 0;
	for (let i = from; i < to; i++) depth += weight(t, i);
	return depth;
}

function weight(t: Text, i: number): number {
	const kind = kindAt(t, i);
	return kind === "open" ? 1 : kind === "close" ? -1 : 0;
}

/** The mark at `open` is closed before the last unit of the range. */
function closesInside(t: Text, open: number, end: number): boolean {
	const close = closeOf(t, open);
	return close >= 0 && close < end - 1;
}
