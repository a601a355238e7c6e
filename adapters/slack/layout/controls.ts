import type { types } from "@slack/bolt";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Overview } from "../../../src/domain/chat.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import type { Block } from "../../shared/answer/answer-blocks.ts";
import { checkLabel, checkTitle, moreLabel, quoting } from "../../shared/labels.ts";
import { limits } from "../limits.ts";
import type { Block as SlackBlock } from "./rich.ts";

/** What buttons and lists are called in payloads; their values name a view, never a question. */
export const actionIds = {
	share: "share",
	picture: "picture",
	more: "more",
	check: "check_quote",
	narrow: "narrow",
	wrong: "wrong",
	vote: "vote",
	digest: "digest_again",
	example: "example",
} as const;

/** A view's id with a number: the offset to go on at, or an item of the view. */
export function viewValue(view: string, number?: number): string {
	return number === undefined ? view : `${view}:${number}`;
}

/** Takes apart what `viewValue` made; null where it is none of ours. */
export function readViewValue(value: unknown): { view: string; number?: number } | null {
	const match = /^([\w-]{1,64})(?::(\d{1,6}))?$/.exec(typeof value === "string" ? value : "");
	if (!match?.[1]) return null;
	return match[2] === undefined ? { view: match[1] } : { view: match[1], number: Number(match[2]) };
}

export type ActionPlan = {
	view: string;
	/** What is shown of the answer. */
	blocks: readonly Block[];
	/** Whether there is a channel that the answer may be shared with. */
	shareable: boolean;
	/** Whether an operator alone sees it. */
	correctable: boolean;
};

/** The buttons under an answer: no block at all where there is nothing to do. */
export function actionsOf(answer: Answer, plan: ActionPlan, say: Say): SlackBlock[] {
	const { language, folded, readAs } = answer;
	const offers = new Set(answer.actions.map(({ kind }) => kind));
	const elements: types.ActionsBlockElement[] = [];
	const shown = plan.blocks.length;
	if (shown < answer.items.length || offers.has("more")) {
		const label = moreLabel(answer, shown, say);
		elements.push(button(actionIds.more, label, viewValue(plan.view, answer.offset + shown)));
	}
	const quotations = offers.has("check_quote") ? checkOptions(answer, plan, say) : [];
	const reading = readAs
		? [{ text: plainText(say(language, "check.reading")), value: viewValue(plan.view) }]
		: [];
	const options = [...quotations, ...reading];
	if (options.length > 0)
		elements.push({
			type: "static_select",
			action_id: actionIds.check,
			placeholder: plainText(checkTitle(language, quotations.length, say)),
			options: options.slice(0, limits.options),
		});
	if (plan.correctable)
		elements.push(...numbered(answer, plan, { id: actionIds.wrong, label: "wrong.button" }, say));
	if (offers.has("narrow"))
		elements.push(button(actionIds.narrow, say(language, "slack.narrow"), viewValue(plan.view)));
	if (plan.shareable && offers.has("share") && (shown > 0 || folded))
		elements.push(button(actionIds.share, say(language, "slack.share"), viewValue(plan.view)));
	if (plan.shareable && offers.has("picture") && shown > 0)
		elements.push(button(actionIds.picture, say(language, "picture.button"), viewValue(plan.view)));
	return elements.length > 0 ? [{ type: "actions", elements }] : [];
}

/** The items that are shown and quote something, as entries of a list: a number and who says it. */
function checkOptions(
	answer: Answer,
	{ view, blocks }: ActionPlan,
	say: Say,
): types.PlainTextOption[] {
	return quoting(answer, blocks).map((block) => ({
		text: plainText(checkLabel(answer, block, say), limits.optionText),
		value: viewValue(view, block.item),
	}));
}

/** What is done with one quotation: a button where there is one, a list of their numbers for several. */
function numbered(
	answer: Answer,
	plan: ActionPlan,
	action: { id: string; label: string },
	say: Say,
): types.ActionsBlockElement[] {
	const options = checkOptions(answer, plan, say).slice(0, limits.options);
	const label = say(answer.language, action.label);
	const [only] = options;
	if (!only) return [];
	if (options.length === 1) return [button(action.id, label, only.value ?? "")];
	return [{ type: "static_select", action_id: action.id, placeholder: plainText(label), options }];
}

export function button(actionId: string, label: string, value: string): types.Button {
	return { type: "button", action_id: actionId, text: plainText(label), value };
}

/** Questions ready to be asked, a button each; the value says which of a language's examples it is. */
export function exampleButtons(examples: Overview["examples"], language: Language): types.Button[] {
	return examples
		.slice(0, limits.actionElements)
		.map(({ label }, at) => button(`${actionIds.example}:${at}`, label, `${language}:${at}`));
}

/** A label: Slack reads no markup in it, and without `emoji` no `:names:` either. */
export function plainText(value: string, most: number = limits.buttonText): types.PlainTextElement {
	const letters = [...value];
	const fits = value.length <= most;
	return {
		type: "plain_text",
		text: fits ? value : `${letters.slice(0, most / 2).join("")}…`,
		emoji: false,
	};
}
