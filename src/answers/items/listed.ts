import type { Claim } from "../../domain/article.ts";
import type { PassageHit } from "../../domain/passage-search.ts";
import { plainlyAnswers } from "../evidence/answers-plainly.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import { strongOf } from "../weakly-related.ts";
import { claimItems } from "./claims.ts";
import { type TimelineItems, timelineItems } from "./events.ts";
import { mergeTwins } from "./merge-twins.ts";
import { passageItems } from "./passages.ts";

/**
 * `naming`: how many of the items name the topic, where that is told; `topical`: the claims among them; `alike`:
 * whether the item at a place is as plainly on the topic as the first ones.
 */
export type Listed = TimelineItems & {
	naming?: number;
	topical?: readonly Claim[];
	alike(at: number): boolean;
};

/** The items of an answer to what was asked, none of them made yet. */
export function listed(findings: Findings): Listed {
	if (findings.command === "timeline") return { ...timelineItems(findings), alike: () => false };
	if (findings.command === "claims") {
		const { names, ...claims } = claimItems(findings);
		return { ...claims, parts: [], alike: names };
	}
	const { hits } = findings;
	const merged = mergeTwins(hits);
	const items = passageItems(findings, merged);
	const hitAt = (test: (hit: PassageHit) => boolean) => (at: number) =>
		merged[at] !== undefined && test(merged[at].hit);
	if (findings.command !== "search") {
		const answers = plainlyAnswers(findings, hits.slice(0, strongOf(findings)));
		return { items, parts: [], alike: hitAt(answers) };
	}
	const least = Math.max(0, ...hits.map(({ coverage }) => coverage)) * thresholds.named;
	const names = ({ coverage }: PassageHit) => coverage >= least;
	return { items, parts: [], naming: hits.filter(names).length, alike: hitAt(names) };
}
