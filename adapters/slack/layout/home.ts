import type { types } from "@slack/bolt";
import type { Overview } from "../../../src/domain/chat.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { inLine } from "../../shared/clean.ts";
import { exampleButtons } from "./controls.ts";
import { type Block, blocksOfParagraphs, pieces, section, text } from "./rich.ts";

/** The app's home: what the corpus covers, how to ask, and examples to click on. */
export function layHome(overview: Overview, say: Say): types.HomeView {
	const { language, coverage, outlets, speakers, hints, examples } = overview;
	const part = (value: string, bold = false) =>
		pieces(value, language).map((piece) => section(text(piece, bold ? { bold: true } : undefined)));
	const named = (key: string, names: string[]) =>
		names.length > 0
			? part(
					say(language, key, {
						names: names
							.map((name) => inLine(name, language))
							.join(language === "ar" ? "، " : ", "),
					}),
				)
			: [];
	const blocks: Block[] = [
		...blocksOfParagraphs([
			...part(say(language, "slack.home.title"), true),
			...part(coverage),
			...named("slack.home.outlets", outlets),
			...named("slack.home.speakers", speakers),
		]),
		...blocksOfParagraphs([
			...part(say(language, "slack.home.how"), true),
			...hints.flatMap((hint) => part(hint)),
		]),
	];
	const buttons = exampleButtons(examples, language);
	if (buttons.length > 0) blocks.push({ type: "actions", elements: buttons });
	return { type: "home", blocks };
}
