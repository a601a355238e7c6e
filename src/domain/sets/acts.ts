import { z } from "zod";

type ActRow = {
	/** A denial may answer it: it takes something for true, or charges somebody with it. */
	answerable: boolean;
};

/**
 * What a speaker does in saying something. One row an act; its words are the texts `act.…`,
 * `stance.…` and `stance_words.…`, and the check of messages names those that are missing.
 */
export const acts = {
	asserts: { answerable: true },
	alleges: { answerable: true },
	accuses: { answerable: true },
	denies: { answerable: false },
	warns: { answerable: true },
	promises: { answerable: false },
	estimates: { answerable: true },
	calls_for: { answerable: false },
	confirms: { answerable: true },
	predicts: { answerable: false },
} as const satisfies Record<string, ActRow>;

export type Act = keyof typeof acts;
export const Act = z.enum(Object.keys(acts) as [Act, ...Act[]]);

/** What a reader may ask of claims: one act, or that somebody contradicts them. */
export const stances = ["contested", ...Act.options] as const;
export type Stance = (typeof stances)[number];
