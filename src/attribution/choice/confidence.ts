import type { ReadClaim } from "../read-claim.ts";
import { hashOf, mix } from "../sequence/hash.ts";
import { type Chooser, probabilities } from "./chooser.ts";

const bounds = [0.4, 0.6, 0.8, 0.9, 0.97, 0.995];
const bin = (probability: number): number => bounds.filter((b) => probability >= b).length;

/** The keys of "not right" and "right", in this order, for a claim that was read. */
export function confidenceFeatures(claim: Omit<ReadClaim, "confidence" | "named">): number[][] {
	const keys: number[] = [];
	const add = (template: number, a: number, b = 0, c = 0) =>
		keys.push(mix(75_000 + template, a, b, c));
	const { sure, source, cue, speaker } = claim;
	const steps = Object.values(sure);
	const printed = !source ? 0 : source.name ? 1 : 2;
	const kind = hashOf(speaker?.kind ?? "");
	add(0, 1);
	for (const [i, step] of steps.entries()) {
		add(1, i, bin(step));
		add(2, i, bin(step), printed);
	}
	add(3, bin(Math.min(...steps)));
	add(4, bin(Math.min(...steps)), printed);
	add(5, printed, kind);
	add(6, bin(sure.speaker), printed, kind);
	add(7, bin(sure.source), bin(sure.name), printed);
	add(8, bin(sure.claim), bin(sure.content));
	add(9, cue ? 1 : 0, printed, bin(sure.speaker));
	add(10, bin(steps.reduce((product, step) => product * step, 1)));
	add(11, hashOf(claim.act), bin(sure.act));
	return [[], keys];
}

/** How probable it is that a claim is right as the chooser learned it from articles that it had not read. */
export const confidenceOf = (
	chooser: Chooser,
	claim: Omit<ReadClaim, "confidence" | "named">,
): number => probabilities(chooser, confidenceFeatures(claim))[1] ?? 0;
