import type { ArabicGrammar } from "../grammar.ts";
import { closeOf, opensQuotation, type Text, unitAt } from "../sentence.ts";
import { accordingFrame } from "./according.ts";
import type { Frame } from "./frame.ts";
import { nounFrame, passiveFrame } from "./impersonal.ts";
import { relayFrame, reportedInFrame } from "./relay.ts";
import { verbFrame } from "./verb.ts";

/** Every place from `from` on where the text names a source, in order; not inside quotations. */
export function findFrames(g: ArabicGrammar, t: Text, from: number): Frame[] {
	const frames: Frame[] = [];
	let floor = from;
	for (let i = from; i < t.end; i++) {
		const close = opensQuotation(t, i) ? closeOf(t, i) : -1;
		if (close > i) {
			i = close;
			continue;
		}
		const u = unitAt(t, i);
		const opens = u?.kind === "word" && g.mayOpenFrame(u.text);
		const found = opens ? frameAt(g, t, i, floor) : undefined;
		if (!found) continue;
		frames.push(found);
		floor = i + 1;
		// Go on behind the words that the frame has used, but look into what is said.
		const used = found.mode === "quote" ? closeOf(t, found.content) : found.content - 1;
		i = Math.max(i, Math.min(used, t.end));
	}
	return frames;
}

function frameAt(g: ArabicGrammar, t: Text, at: number, floor: number): Frame | undefined {
	return (
		accordingFrame(g, t, at) ??
		relayFrame(g, t, at) ??
		reportedInFrame(g, t, at) ??
		passiveFrame(g, t, at) ??
		nounFrame(g, t, at) ??
		verbFrame(g, t, at, floor)
	);
}
