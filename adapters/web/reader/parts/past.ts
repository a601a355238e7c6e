import type { Correction, EarlierWords } from "../../../../src/domain/answer.ts";
import { dayText } from "../../../../src/domain/day-text.ts";
import type { ArticleStanding } from "../../../../src/domain/notice.ts";
import { standingText } from "../../../shared/answer/past-lines.ts";
import { inLine } from "../../../shared/clean.ts";
import { dateText } from "../../../shared/dates.ts";
import { type Html, html } from "../../markup/html.ts";
import type { Visit } from "../visit.ts";
import { placeOf } from "./places.ts";
import { quotedWords } from "./quoted-words.ts";

type Past = {
	standing?: ArticleStanding | undefined;
	corrections?: readonly Correction[] | undefined;
	earlier?: EarlierWords | undefined;
};

/** What became of an article, beside what is cited of it: each with the words of whoever says so. */
export function pastOf({ standing, corrections = [], earlier }: Past, visit: Visit): Html {
	const told = [
		...(standing ? [standingNote(standing, visit)] : []),
		...corrections.map((each) => correctionNote(each, visit)),
		...(earlier ? [earlierNote(earlier, visit)] : []),
	];
	return told.length > 0 ? html`<div class="past">${told}</div>` : html``;
}

export function standingNote(standing: ArticleStanding, { language, say }: Visit): Html {
	const { notice } = standing;
	const words = notice ? quotedWords({ quote: notice.quote, rendering: "verbatim" }) : "";
	return html`<p class="warning">${standingText(standing, language, say)}</p>${words}`;
}

function correctionNote(correction: Correction, visit: Visit): Html {
	const { language, say } = visit;
	const { scope, day, quote } = correction;
	const head =
		day.value === null
			? say(language, `correction.${scope}`)
			: say(language, `correction.${scope}_on`, { date: dateText(day, language, say) });
	const values = (["new", "old"] as const).flatMap((key) => {
		const value = correction[key];
		return value === null
			? []
			: [say(language, `correction.${key}`, { value: inLine(value, language) })];
	});
	return html`<p class="warning">${[head, ...values].join(" ")}</p>${quotedWords({ quote, rendering: "verbatim" })}`;
}

export function earlierNote(earlier: EarlierWords, visit: Visit): Html {
	const { language, say } = visit;
	const { quote, until, citation } = earlier;
	return html`<p class="warning">${say(language, "earlier.until", { date: dayText(until, language) })}</p>${quotedWords({ quote, rendering: "verbatim" })}${placeOf(citation, visit, { quote })}`;
}
