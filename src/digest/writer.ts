import type { Answer } from "../domain/answer.ts";
import type { Subscription } from "../domain/digest.ts";

/** The day that a digest is for, and those before it that it makes up for. */
export type DigestDay = { day: string; missedFrom: string | null; missed: number };

/** `news`: whether there is anything to tell; `upTo`: the last change that was looked at. */
export type Written = { answer: Answer; news: boolean; upTo: number };

/** Writes one subscription's digest from what changed since its last one. */
export type Writer = (subscription: Subscription, day: DigestDay) => Promise<Written>;
