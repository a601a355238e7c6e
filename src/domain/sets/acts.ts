import { z } from "zod";

type ActRow = {
	/** A denial may answer it: it takes something for true, or charges somebody with it. */
	answerable: boolean;
	/** Acts of one group are told apart by little; where absent an act is a group of its own. */
	group?: string;
};

/**
 * What a speaker does in saying something. One row an act; its words are the texts `act.…`,
 * `stance.…` and `stance_words.…`, and the check of messages names those that are missing.
 */
export const acts = {
	asserts: { answerable: true, group: "says" },
	alleges: { answerable: true, group: "says" },
	accuses: { answerable: true, group: "says" },
	denies: { answerable: false },
	warns: { answerable: true },
	promises: { answerable: false, group: "ahead" },
	estimates: { answerable: true, group: "says" },
	calls_for: { answerable: false },
	confirms: { answerable: true, group: "says" },
	predicts: { answerable: false, group: "ahead" },
} as const satisfies Record<string, ActRow>;

export type Act = keyof typeof acts;
export const Act = z.enum(Object.keys(acts) as [Act, ...Act[]]);

/** What a reader may ask of claims: one act, or that somebody contradicts them. */
export const stances = ["contested", ...Act.options] as const;
export type Stance = (typeof stances)[number];

/** The group of an act. */
export const groupOf = (act: Act): string => (acts[act] as ActRow).group ?? act;
