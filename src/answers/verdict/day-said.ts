import type { Answer, AnswerItem } from "../../domain/answer.ts";
import type { Claim } from "../../domain/article.ts";
import { dayText } from "../../domain/day-text.ts";
import type { Say } from "../../domain/messages.ts";
import { namesOf } from "./names.ts";
import { tidy } from "./tidy.ts";

/** The statement that an answer begins with; undefined where it is refused or begins with none. */
export function firstClaim({ answered, items: [first] }: Answer): Claim | undefined {
	return answered && first && first.kind !== "source" ? claimOf(first) : undefined;
}

/**
 * The answer's first statement with the day on which it was made: the one that is told, or else that
 * none is, and of which day the article is. Of no other day.
 */
export function withDaySaid(answer: Answer, say: Say): Answer {
	const { items, language } = answer;
	const [first] = items;
	const claim = firstClaim(answer);
	if (!claim || !first || first.kind === "source") return answer;
	const shown = (day: string | null) => {
		const [from, to] = day?.split("/") ?? [];
		if (!from) return undefined;
		const [first, last] = [dayText(from, language), to && dayText(to, language)];
		return last ? say(language, "date.range", { from: first, to: last }) : first;
	};
	const said = shown(claim.saidOn.value);
	const stated = say(language, "verdict.stated", {
		who: namesOf([claim], language),
		act: say(language, `verdict.act.${claim.act}`),
		...{ via: "", day: said ?? "" },
	});
	const printed = shown(first.citation.published.value);
	const instead = printed
		? say(language, "verdict.day_printed", { day: printed })
		: say(language, "verdict.day_unknown");
	const text = [tidy(stated), said ? "" : instead].filter(Boolean).join(" ");
	return { ...answer, items: [first], verdict: { kind: "date", text } };
}

function claimOf(item: Exclude<AnswerItem, { kind: "source" }>): Claim | undefined {
	return "claim" in item ? item.claim : undefined;
}
