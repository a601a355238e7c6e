import { z } from "zod";
import { type Counterpart, type ToldClaim, ToldStrength } from "../../../../src/domain/answer.ts";
import { Contradiction, Speaker } from "../../../../src/domain/article.ts";
import { standingOf, standings } from "../../../../src/domain/claim-standing.ts";
import { StatedDate } from "../../../../src/domain/dates.ts";
import { Act } from "../../../../src/domain/sets/acts.ts";
import type { Language } from "../../../../src/domain/sets/languages.ts";
import { clean } from "../../clean.ts";
import { citationResult, glossResult, Quoted } from "./citation-result.ts";

/** Who said it, in what act, through whom and when; the words stand beside it. */
export const ClaimResult = z.object({
	id: z.string(),
	passage: z.string(),
	speaker: Speaker.omit({ unread: true }),
	/** From nearest the speaker to nearest the article. */
	via: z.array(z.string()),
	/** `via` in the asker's language, where a name of it is known in that. */
	viaLabel: z.array(z.string()).optional(),
	act: Act,
	hedged: z.boolean(),
	/** `value` is null where the text gives no day; `basis` says how it is known. */
	saidOn: StatedDate,
	/** `unsure`: speaker and act are as likely wrong as right; `unnamed`: nobody could be named. */
	sure: z.enum(standings),
	/** How probable it is that speaker and act are right; null where people annotated them. */
	confidence: z.number().min(0).max(1).nullable(),
	/** What of it an operator has set. */
	corrected: z.array(z.enum(["speaker", "act", "day", "via"])),
	about: z.array(z.string()),
	topics: z.array(z.string()),
});
export type ClaimResult = z.infer<typeof ClaimResult>;

/** A claim that stands against another: a denial, a rival account, a rival figure. */
export const RivalResult = z.object({
	...Quoted,
	claim: ClaimResult,
	kind: Contradiction.shape.kind,
	strength: ToldStrength,
	/** In the asker's language. */
	why: z.string(),
	/** Of two of which one denies a part of what the other says: what the denial names, and no more. */
	deniedTopics: z.array(z.string()).optional(),
});
export type RivalResult = z.infer<typeof RivalResult>;

export function claimResult(claim: ToldClaim): ClaimResult {
	const { id, passage, speaker, via, act, hedged, saidOn, confidence, corrected } = claim;
	const { name, kind, label } = speaker;
	return {
		...{ id, passage, act, hedged, saidOn, about: claim.about, topics: claim.topics },
		speaker: { name: clean(name), kind, ...(label ? { label } : {}) },
		via: via.map(clean),
		...(claim.viaLabel ? { viaLabel: claim.viaLabel.map(clean) } : {}),
		sure: standingOf(claim),
		confidence: confidence ?? null,
		corrected: corrected ?? [],
	};
}

export function rivalResult(rival: Counterpart, language: Language): RivalResult {
	const { quote, rendering, citation, claim, kind, strength, why, deniedTopics } = rival;
	return {
		...{ quote, rendering, kind, strength, why: why[language] },
		...glossResult(rival),
		citation: citationResult(citation),
		claim: claimResult(claim),
		...(deniedTopics ? { deniedTopics } : {}),
	};
}
