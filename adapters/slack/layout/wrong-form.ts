import type { types } from "@slack/bolt";
import { longestName, longestReason } from "../../../src/domain/corrections.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { WrongEntry, WrongForm } from "../../../src/domain/wrong-form.ts";
import { inLine } from "../../shared/clean.ts";
import { split } from "../../shared/split.ts";
import { limits } from "../limits.ts";
import { wrongForm } from "../surface.ts";
import { plainText } from "./controls.ts";
import { formFrame } from "./form.ts";

/** The form behind "This is wrong": the words in question, what is wrong with them, and why. */
export function layWrongForm(form: WrongForm, metadata: string, say: Say): types.ModalView {
	const { language, quote, speaker, choices, acts } = form;
	const label = (key: string) => say(language, `wrong.${key}`);
	const words = { quote: inLine(quote, language), speaker: inLine(speaker, language) };
	const about = say(language, speaker ? "wrong.item" : "wrong.item_unnamed", words);
	return {
		...formFrame(wrongForm, metadata, label),
		blocks: [
			...split(about, limits.blockText).map((piece) => ({
				type: "section" as const,
				text: plainText(piece, limits.blockText),
			})),
			field("what", label("what"), list("what", choices)),
			{
				...field("value", label("value"), line("value", false)),
				optional: true,
				hint: plainText(label("value_hint"), limits.placeholderText),
			},
			{ ...field("act", label("act"), list("act", acts)), optional: true },
			field("why", label("why"), line("why", true)),
		],
	};
}

function field(
	id: keyof WrongEntry,
	label: string,
	element: types.PlainTextInput | types.StaticSelect,
): types.InputBlock {
	return { type: "input", block_id: id, label: plainText(label), element };
}

function line(id: keyof WrongEntry, multiline: boolean): types.PlainTextInput {
	const most = multiline ? longestReason : longestName;
	return { type: "plain_text_input", action_id: id, multiline, max_length: most };
}

function list(id: keyof WrongEntry, choices: WrongForm["choices"]): types.StaticSelect {
	return {
		type: "static_select",
		action_id: id,
		options: choices.slice(0, limits.options).map(({ value, label }) => ({
			text: plainText(label, limits.optionText),
			value,
		})),
	};
}
