import type { Relation } from "../articles/article-view.ts";
import type { Statement } from "../statements/statement.ts";
import type { Signals } from "./signals.ts";

/** Acts that tell of nothing that has come to pass. */
export const notTold: ReadonlySet<string> = new Set(["promises", "predicts", "calls_for", "warns"]);

/** What speaks for and against any pair: how the two are told, and how near their articles are. */
export function setting(a: Statement, b: Statement, relation: Relation): Signals {
	return {
		within: flag(relation.same),
		names: Math.min(1, relation.names / 5),
		told: flag(isOwnVoice(a) || isOwnVoice(b)),
		rumour: flag(isRumour(a) || isRumour(b)),
		event: Math.min(1, relation.event / 25),
		countered: flag(a.countered || b.countered),
		headlines: Math.min(2, a.headline, b.headline),
		titleDisputes: flag(!relation.same && (a.titleDisputes || b.titleDisputes)),
		far: Math.min(1, (relation.daysApart ?? 3) / 30),
	};
}

/** A signal that is there or not. */
export function flag(holds: boolean): number {
	return holds ? 1 : 0;
}

export function isDisputed({ marks, aroundMarks }: Statement): boolean {
	return marks.has("disputes") || aroundMarks.has("disputes");
}

/** What is passed on and nobody answers for. */
function isRumour({ told, marks, aroundMarks }: Statement): boolean {
	return aroundMarks.has("rumours") || (told && marks.has("rumours"));
}

/** What an article tells for true, and nobody is said to have told it. */
export function isOwnVoice(statement: Statement): boolean {
	return statement.told && !isRumour(statement);
}
