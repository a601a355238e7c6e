import type { types } from "@slack/bolt";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Overview } from "../../../src/domain/chat.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { limits } from "../limits.ts";
import type { Block } from "./rich.ts";

/** What buttons and lists are called in payloads; their values name a view, never a question. */
export const actionIds = {
	share: "share",
	more: "more",
	check: "check_quote",
	narrow: "narrow",
	wrong: "wrong",
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
	/** Items of the answer that are shown. */
	shown: number;
	/** Whether there is a channel that the answer may be shared with. */
	shareable: boolean;
	/** Whether an operator alone sees it. */
	correctable: boolean;
};

/** The buttons under an answer: no block at all where there is nothing to do. */
export function actionsOf(answer: Answer, plan: ActionPlan, say: Say): Block[] {
	const { language } = answer;
	const offers = new Set(answer.actions.map(({ kind }) => kind));
	const elements: types.ActionsBlockElement[] = [];
	const next = answer.offset + plan.shown;
	if (plan.shareable && offers.has("share") && plan.shown > 0)
		elements.push(button(actionIds.share, say(language, "slack.share"), viewValue(plan.view)));
	if (plan.shown < answer.items.length || offers.has("more"))
		elements.push(button(actionIds.more, say(language, "slack.more"), viewValue(plan.view, next)));
	if (offers.has("check_quote"))
		elements.push(...numbered(answer, plan, { id: actionIds.check, label: "slack.check" }, say));
	if (plan.correctable)
		elements.push(...numbered(answer, plan, { id: actionIds.wrong, label: "wrong.button" }, say));
	if (offers.has("narrow"))
		elements.push(button(actionIds.narrow, say(language, "slack.narrow"), viewValue(plan.view)));
	return elements.length > 0 ? [{ type: "actions", elements }] : [];
}

/** What is done with one quotation: a button where there is one, a list of their numbers for several. */
function numbered(
	answer: Answer,
	plan: ActionPlan,
	action: { id: string; label: string },
	say: Say,
): types.ActionsBlockElement[] {
	const quoting = answer.items
		.slice(0, plan.shown)
		.flatMap((item, at) => (item.kind === "source" ? [] : [at]))
		.slice(0, limits.options);
	const label = say(answer.language, action.label);
	const [only] = quoting;
	if (only === undefined) return [];
	if (quoting.length === 1) return [button(action.id, label, viewValue(plan.view, only))];
	return [
		{
			type: "static_select",
			action_id: action.id,
			placeholder: plainText(label),
			options: quoting.map((at) => ({
				text: plainText(numberText(answer.language, answer.offset + at + 1, say)),
				value: viewValue(plan.view, at),
			})),
		},
	];
}

function numberText(language: Language, number: number, say: Say): string {
	return say(language, "slack.check_number", { number });
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
