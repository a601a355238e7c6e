import type { ReadClaim } from "../read-claim.ts";
import { textOf } from "../sequence/passage-view.ts";
import { seenBy } from "./mentions/seen-by.ts";

/** Passages over which what an outlet relayed of a speaker goes on without naming it. */
const carriedPassages = 1;

/** Follows through whom the claims of an article reached it. */
export class Relays {
	/** By speaker: who relayed the last claim, and in which passage. */
	readonly #last = new Map<string, { via: string; passage: number }>();

	#printed({ view, channel, source, content, ruledVia }: ReadClaim): string {
		if (channel) return textOf(view, channel);
		const begin = content.pieces[0]?.from ?? 0;
		const until = source && source.to <= begin ? begin : view.tokens.length;
		const seen = source && seenBy(view, source, until);
		return seen ? textOf(view, seen) : (ruledVia[0] ?? "");
	}

	/** Who relayed a claim; `speaker`: as it is shown. */
	of(claim: ReadClaim, speaker: string): string[] {
		const own = this.#printed(claim);
		if (own && speaker) this.#last.set(speaker, { via: own, passage: claim.passage });
		const before = speaker ? this.#last.get(speaker) : undefined;
		const carried = before && claim.passage - before.passage <= carriedPassages ? before.via : "";
		const via = own || carried;
		return !via || via === speaker ? [] : [via];
	}
}
