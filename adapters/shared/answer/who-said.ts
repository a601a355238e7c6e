import type { ToldClaim } from "../../../src/domain/answer.ts";
import { standingOf } from "../../../src/domain/claim-standing.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { type Language, languages } from "../../../src/domain/sets/languages.ts";
import { inLine } from "../clean.ts";
import { dateText } from "../dates.ts";
import { dot } from "./cited-lines.ts";

/**
 * Who, and what they did with it, through whom and when: "Janet Yellen" and " warned, via Reuters · 6 May
 * 2024". `full` tells of a day that is not known too.
 */
export function whoSaid(
	claim: ToldClaim,
	language: Language,
	say: Say,
	full = false,
): { name: string; act: string } {
	const { comma } = languages[language];
	const name = inLine(claim.speaker.label?.[language] ?? claim.speaker.name, language);
	const notes = [
		claim.hedged ? say(language, "hedged") : "",
		// A word of caution where the reading of the article is not sure of the speaker or the act.
		standingOf(claim) === "unsure" ? say(language, "unsure") : "",
	].filter(Boolean);
	const said = say(language, `act.${claim.act}`);
	const act = notes.length > 0 ? `${said} (${notes.join(comma)})` : said;
	const names = (claim.viaLabel ?? claim.via).map((each) => inLine(each, language)).join(comma);
	const relayed = names ? `${act}${comma}${say(language, "via", { names })}` : act;
	const day = full || claim.saidOn.value !== null ? dateText(claim.saidOn, language, say) : "";
	const told = day ? relayed + dot + day : relayed;
	return { name, act: language === "ar" ? `: ${told}` : ` ${told}` };
}
