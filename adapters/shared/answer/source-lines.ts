import type { SourceItem } from "../../../src/domain/answer.ts";
import { dayText } from "../../../src/domain/day-text.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { type Language, languages } from "../../../src/domain/sets/languages.ts";
import { inLine } from "../clean.ts";
import { dateText } from "../dates.ts";
import { type BlockLine, plain } from "./block-line.ts";
import { dot } from "./cited-lines.ts";
import { standingText } from "./past-lines.ts";

/** An article of the corpus: its title, where it is from, what is in it, what became of it. */
export function sourceLines(
	item: SourceItem,
	number: number,
	language: Language,
	say: Say,
): BlockLine[] {
	const { article, counts } = item;
	const { title, outlet, published, url, reprints = [], standing } = article;
	const elsewhere = reprints.flatMap((place) => place.outlet ?? place.url ?? []);
	const amounts = (["passages", "claims", "events"] as const).map((kind) =>
		say(language, `count.${kind}`, { count: counts[kind] }),
	);
	const name = title ? inLine(title, language) : say(language, "title.unknown");
	const parts = [
		outlet ? inLine(outlet, language) : "",
		published.value === null ? "" : dateText(published, language, say),
		amounts.join(languages[language].comma),
	].filter(Boolean);
	return [
		{
			role: "item",
			strong: `${number}. ${name}`,
			text: parts.map((part) => dot + part).join(""),
			language,
			indent: 0,
			...(url ? { url } : {}),
		},
		...(elsewhere.length > 0 ? [plain("note", alsoIn(elsewhere, language, say), language)] : []),
		...(standing ? [plain("note", standingText(standing, language, say), language)] : []),
		...changeTexts(item, language, say).map((text) => plain("note", text, language)),
	];
}

/** That an article of the list announces a correction, and that its text was edited. */
function changeTexts({ corrected, edited }: SourceItem, language: Language, say: Say): string[] {
	const day = corrected?.day;
	const texts = [];
	if (day)
		texts.push(
			day.value === null
				? say(language, "correction.article")
				: say(language, "correction.article_on", { date: dateText(day, language, say) }),
		);
	if (edited) texts.push(say(language, "source.edited", { date: dayText(edited.until, language) }));
	return texts;
}

function alsoIn(names: readonly string[], language: Language, say: Say): string {
	const list = names.map((name) => inLine(name, language)).join(languages[language].comma);
	return `${say(language, "also_in")} ${list}`;
}
