import type { CorrectionKind } from "../domain/corrections.ts";

type VerbRow = {
	/** What is typed behind it. */
	takes: string;
	/** What it says. */
	help: string;
	/** Texts behind the verb: the least and the most. */
	texts: readonly [number, number];
};

/** What can be said on the command line; `hide` is three kinds, by what it names. */
export const verbs = {
	hide: { takes: "REF", help: "takes an article, a passage or a claim down", texts: [1, 1] },
	speaker: { takes: "REF NAME", help: "who said it", texts: [2, 2] },
	act: { takes: "REF ACT", help: "what was done in saying it: asserts, denies, …", texts: [2, 2] },
	day: { takes: "REF DATE", help: "when it was said; unknown takes the day away", texts: [2, 2] },
	via: { takes: "REF NAMES", help: "who relayed it, with commas; none for nobody", texts: [2, 2] },
	outlet: { takes: "REF NAME", help: "which outlet printed the article", texts: [2, 2] },
	unpair: { takes: "REF REF", help: "two claims are no contradiction", texts: [2, 2] },
	merge: { takes: "NAME NAME", help: "two names are one", texts: [2, 2] },
	split: { takes: "NAME [REF]", help: "the name, or it there, is somebody else", texts: [1, 2] },
	alias: { takes: "NAME ALIAS", help: "somebody is called so too", texts: [2, 2] },
	undo: { takes: "ID", help: "takes a correction back", texts: [1, 1] },
	list: { takes: "", help: "what holds; --all with what was taken back", texts: [0, 0] },
} as const satisfies Record<
	Exclude<CorrectionKind, `hide_${string}` | "remove"> | "hide" | "undo" | "list",
	VerbRow
>;

export type CorrectionVerb = keyof typeof verbs;
export const verbKeys = Object.keys(verbs) as CorrectionVerb[];
