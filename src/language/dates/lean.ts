/**
 * On which side of the article's day the words put a date; null where they do not say. `sure`: a limit,
 * a start or "since" stands right before the date; a verb or a noun further off only makes it likely.
 */
export type Lean = { to: "ahead" | "behind" | null; sure: boolean; by?: "verb" | "term" };
