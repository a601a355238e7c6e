import type { types } from "@slack/bolt";
import type { VoteForm } from "../../../src/domain/chat.ts";
import { longestNote } from "../../../src/domain/feedback.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { limits } from "../limits.ts";
import { voteForm } from "../surface.ts";
import { actionIds, button, plainText, viewValue } from "./controls.ts";
import { formFrame } from "./form.ts";
import type { Message } from "./message.ts";
import { bytesOf } from "./rich.ts";

/** Of a button's value behind the view's id. */
const values = { right: 1, wrong: 0 } as const;
type Thumb = keyof typeof values;

/** What a thumb that was clicked says; undefined where it says nothing. */
export function voteOf(number: number | undefined): Thumb | undefined {
	return number === values.right ? "right" : number === values.wrong ? "wrong" : undefined;
}

/** The thumbs under the last message of an answer, where it has room for them. */
export function withVotes(
	messages: readonly Message[],
	{ view, language }: { view: string; language: Language },
	say: Say,
): Message[] {
	const last = messages.at(-1);
	if (!last || last.blocks.length >= limits.blocks) return [...messages];
	const thumb = (key: Thumb) => ({
		text: plainText(say(language, `vote.${key}`)),
		accessibility_label: say(language, `vote.${key}_label`).slice(0, limits.buttonText),
		value: viewValue(view, values[key]),
	});
	const block: types.ContextActionsBlock = {
		type: "context_actions",
		elements: [
			{
				type: "feedback_buttons",
				action_id: actionIds.vote,
				positive_button: thumb("right"),
				negative_button: thumb("wrong"),
			},
		],
	};
	if (bytesOf([block]) > limits.voteBytes) return [...messages];
	const plain = last.plain ? { plain: [...last.plain, block] } : {};
	return [...messages.slice(0, -1), { ...last, blocks: [...last.blocks, block], ...plain }];
}

/** The same with two buttons, for a server that does not know the block; null where there are no thumbs. */
export function withPlainVotes(blocks: Message["blocks"]): Message["blocks"] | null {
	let found = false;
	const plain = blocks.map((block): Message["blocks"][number] => {
		const [element] = block.type === "context_actions" ? block.elements : [];
		if (element?.type !== "feedback_buttons") return block;
		found = true;
		const { positive_button: right, negative_button: wrong } = element;
		return {
			type: "actions",
			elements: [
				button(`${actionIds.vote}_right`, right.text.text, right.value),
				button(`${actionIds.vote}_wrong`, wrong.text.text, wrong.value),
			],
		};
	});
	return found ? plain : null;
}

/** The form behind the second thumb: what is wrong, and a reader's own words. */
export function layVoteForm(form: VoteForm, metadata: string, say: Say): types.ModalView {
	const { language, choices, reason, note } = form;
	const label = (key: string) => say(language, `vote.${key}`);
	const options = choices.map((choice) => ({
		text: plainText(choice.label),
		value: choice.value,
	}));
	const chosen = options.find(({ value }) => value === reason);
	return {
		...formFrame(voteForm, metadata, label),
		blocks: [
			{
				type: "input",
				block_id: "reason",
				label: plainText(label("reason")),
				element: {
					type: "static_select",
					action_id: "reason",
					options,
					...(chosen ? { initial_option: chosen } : {}),
				},
			},
			{
				type: "input",
				block_id: "note",
				optional: true,
				label: plainText(label("note")),
				element: {
					type: "plain_text_input",
					action_id: "note",
					multiline: true,
					max_length: longestNote,
					...(note ? { initial_value: note } : {}),
				},
			},
		],
	};
}
