import type { Say } from "../../../src/domain/messages.ts";
import type { Quotation } from "../../../src/domain/quotation.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import type { BlockLine } from "../../shared/answer/block-line.ts";
import { changeLines, nearOf, saidLines } from "../../shared/answer/quotation.ts";
import { clean, hasArabic, inLine } from "../../shared/clean.ts";
import { dateText } from "../../shared/dates.ts";
import { actionIds, button } from "./controls.ts";
import { type Message, messagesOf } from "./message.ts";
import { type Block, blocksOfParagraphs, link, pieces, quote, section, text } from "./rich.ts";

/**
 * The passage behind a quotation between its neighbours, the quoted words in bold, and where it
 * stands. `wrong`: what the button for operators names; without it there is none.
 */
export function layQuotation(quotation: Quotation, say: Say, wrong?: string): Message[] {
	const { language, citation, passages } = quotation;
	const title = say(language, "slack.quotation");
	const { file, line, start, end } = citation;
	const url = citation.reader ?? citation.url;
	const where =
		start === null || end === null
			? say(language, "where", { file: inLine(file, language), line })
			: say(language, "where_span", { file: inLine(file, language), line, start, end });
	const place = [
		citation.title ? inLine(citation.title, language) : say(language, "title.unknown"),
		citation.outlet ? inLine(citation.outlet, language) : say(language, "outlet.unknown"),
		dateText(citation.published, language, say),
		where,
		say(language, quotation.rendering),
	].join(" · ");
	const open = (address: string | undefined | null) =>
		address ? [text(" "), ...link(address, say(language, "slack.open"))] : [];
	const links = open(url);
	// Pages of ours show what stands against it in its place; other pages are named behind the passage alone.
	const opened = (line: BlockLine) =>
		line.role === "place" && citation.reader !== undefined ? open(line.url) : [];
	const paragraphs = [
		...pieces(title, language).map((piece) => section(text(piece, { bold: true }))),
		...passages.flatMap((passage) => {
			const near = nearOf(passage);
			if (!near) return [];
			return [
				// Among its neighbours the passage itself is the one whose line stands out.
				section(
					text(say(language, "slack.line", { line: passage.line }), {
						...(passage.line === line ? { bold: true } : { italic: true }),
					}),
				),
				...quotedParagraphs(near, passage.quoted !== undefined),
			];
		}),
		...pieces(place, language).map((piece, n, all) =>
			section(text(piece), ...(n === all.length - 1 ? links : [])),
		),
		...[...saidLines(quotation, say), ...changeLines(quotation, say)].flatMap((line) =>
			pieces(line.text, line.language).map((piece) =>
				line.role === "quote" ? quote(text(piece)) : section(text(piece), ...opened(line)),
			),
		),
	];
	const actions: Block[] =
		wrong === undefined
			? []
			: [
					{
						type: "actions",
						elements: [button(actionIds.wrong, say(language, "wrong.button"), wrong)],
					},
				];
	return messagesOf(title, blocksOfParagraphs(paragraphs), actions);
}

/** Cut at the borders of the quoted words before anything is cleaned, since cleaning moves offsets. */
function quotedParagraphs(parts: readonly [string, string, string], isMarked: boolean) {
	const words = parts.join("");
	const language = hasArabic(words) ? "ar" : "en";
	const runs = parts
		.map((part, at) => ({
			words: part,
			style: at === 1 && isMarked ? { bold: true } : undefined,
		}))
		.filter((run) => clean(run.words).trim());
	const whole = clean(words);
	const [piece, ...more] = pieces(whole, language);
	if (piece === undefined) return [];
	// A short passage stands in one paragraph; a long one gives each run paragraphs of its own.
	if (more.length === 0)
		return [
			quote(
				...isolated(
					runs.map((run) => text(clean(run.words), run.style)),
					language,
				),
			),
		];
	return runs.flatMap((run) =>
		pieces(clean(run.words), language).map((each) => quote(text(each, run.style))),
	);
}

function isolated(
	elements: ReturnType<typeof text>[],
	language: Language,
): ReturnType<typeof text>[] {
	return language === "ar" ? [text("\u2068\u200f"), ...elements, text("\u2069")] : elements;
}
