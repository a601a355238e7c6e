import type { Counterpart } from "../../../src/domain/answer.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { type Language, languages } from "../../../src/domain/sets/languages.ts";
import { clean, inLine } from "../clean.ts";
import { type BlockLine, pageOf, plain } from "./block-line.ts";
import { dot, quoteInLine, quoteLine } from "./cited-lines.ts";
import { standingText } from "./past-lines.ts";
import { glossLine } from "./readers-lines.ts";
import type { AgainstItem, ToldRival } from "./told-rivals.ts";
import { whoSaid } from "./who-said.ts";

/** `number`: of the item at a place of the page; `placeOf`: where a rival's words stand. */
export type RivalContext = {
	number(at: number): number;
	placeOf(rival: Counterpart): string;
	language: Language;
	say: Say;
};

/** A claim that stands against items: what it is to them, who says it, the words, the place, whom it answers. */
export function rivalLines({ rival, answers }: ToldRival, context: RivalContext): BlockLine[] {
	const { language, say, placeOf } = context;
	const { name, act } = whoSaid(rival.claim, language, say);
	// That somebody denies is told by what he did.
	const label =
		rival.claim.act === "denies"
			? ""
			: `${say(language, `contradiction.${kindOf(rival)}.${rival.strength}`)} `;
	const words = quoteInLine(rival, language);
	const several = answers.length > 1 ? answersText(answers, context) : "";
	// Where it stands against all that an item says, nothing more need be said of it here.
	const isScoped = answers.length === 1 && rival.strength === "partial";
	const parts = [words ?? "", placeOf(rival), several].filter(Boolean);
	return [
		{
			role: "counter",
			strong: `${say(language, "contradiction.arrow")} ${label}${name}`,
			text: act + parts.map((part) => dot + part).join(""),
			language,
			indent: 1,
			...pageOf(rival.citation),
		},
		...(rival.standing
			? [{ ...plain("counter", standingText(rival.standing, language, say), language), indent: 1 }]
			: []),
		...(words === null ? [quoteLine(rival, 1)] : []),
		...(rival.gloss ? [{ ...glossLine(rival.gloss, say), indent: 1 }] : []),
		...(isScoped ? [{ ...plain("context", clean(rival.why[language]), language), indent: 1 }] : []),
	];
}

/** Beside an item: what stands against it, with the numbers of those that are on the page. */
export function contestedMark({ shown, others }: AgainstItem, context: RivalContext): string {
	const { language, say } = context;
	const marks = others.flatMap((how) =>
		kindOf(how) === "denied" ? [] : [say(language, `mark.${how.kind}.${how.strength}`)],
	);
	const byItems = shown.map(({ at, how }) => {
		if (kindOf(how) === "denied") return answersText([{ at, how }], context);
		const mark = say(language, `mark.${how.kind}.${how.strength}`);
		return say(language, "mark.at", { mark, number: context.number(at) });
	});
	return [...new Set([...byItems, ...marks])].join(languages[language].comma);
}

/** "answers 1, 2; 3 in part: weapons only" */
function answersText(answers: ToldRival["answers"], context: RivalContext): string {
	const { language, say, number } = context;
	const { comma } = languages[language];
	const numbers = (of: ToldRival["answers"]) => of.map(({ at }) => number(at)).join(comma);
	const part = answers.filter(({ how }) => how.strength === "partial");
	// Of how much of it, is not said.
	const whole = answers.filter(({ how }) => how.strength !== "partial");
	// One denial names one thing, whomever it answers.
	const topics = part.find(({ how }) => how.deniedTopics)?.how.deniedTopics ?? [];
	const key = topics.length > 0 ? "contradiction.answers_only" : "contradiction.answers_in_part";
	const scope = topics.map((topic) => inLine(topic, language)).join(comma);
	return [
		whole.length > 0 ? say(language, "contradiction.answers", { numbers: numbers(whole) }) : "",
		part.length > 0 ? say(language, key, { numbers: numbers(part), topics: scope }) : "",
	]
		.filter(Boolean)
		.join(comma);
}

/** Beside a denial stands what it denies. */
function kindOf({ kind, claim }: Counterpart): Counterpart["kind"] | "denied" {
	return kind === "denial" && claim.act !== "denies" ? "denied" : kind;
}
