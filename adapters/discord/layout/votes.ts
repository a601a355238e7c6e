import {
	type APILabelComponent,
	type APIModalInteractionResponseCallbackData,
	ComponentType,
	TextInputStyle,
} from "discord.js";
import type { VoteForm } from "../../../src/domain/chat.ts";
import { longestNote, type VoteEntry } from "../../../src/domain/feedback.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { limits } from "../limits.ts";
import { button, type Control, customId } from "./controls.ts";
import { enteredIn } from "./form.ts";
import { shortened } from "./markup.ts";
import { type MessageBody, row } from "./message.ts";

/** The thumbs under an answer, where its message has room for a row more. */
export function withVotes(
	message: MessageBody,
	on: { view: string; conversation: string; language: Language },
	say: Say,
): MessageBody {
	const { view, conversation, language } = on;
	const thumbs = (["right", "wrong"] as const).map((vote) =>
		button({ kind: "vote", conversation, view, vote }, say(language, `vote.${vote}`)),
	);
	const added = 1 + thumbs.length;
	if (componentsIn(message.components) + added > limits.components) return message;
	return { ...message, components: [...message.components, ...row(thumbs)] };
}

/** Nested ones counted, as Discord does. */
function componentsIn(components: readonly object[]): number {
	return components.reduce((count, each) => {
		const inner = "components" in each ? (each.components as object[]) : [];
		const beside = "accessory" in each ? 1 : 0;
		return count + 1 + beside + componentsIn(inner);
	}, 0);
}

/** The form behind the second thumb: what is wrong, and a reader's own words. */
export function layVoteForm(
	form: VoteForm,
	{ view, conversation }: Control & { kind: "vote" },
	say: Say,
): APIModalInteractionResponseCallbackData {
	const { language, choices, reason, note } = form;
	const label = (id: string) => say(language, `vote.${id}`).slice(0, limits.fieldLabel);
	const rows: APILabelComponent[] = [
		{
			type: ComponentType.Label,
			label: label("reason"),
			component: {
				type: ComponentType.StringSelect,
				custom_id: "reason",
				required: true,
				min_values: 1,
				max_values: 1,
				options: choices.map((choice) => ({
					label: shortened(choice.label, limits.choice),
					value: choice.value,
					default: choice.value === reason,
				})),
			},
		},
		{
			type: ComponentType.Label,
			label: label("note"),
			component: {
				type: ComponentType.TextInput,
				custom_id: "note",
				style: TextInputStyle.Paragraph,
				required: false,
				max_length: longestNote,
				...(note ? { value: note } : {}),
			},
		},
	];
	return {
		custom_id: customId({ kind: "why", conversation, view }),
		title: label("title").slice(0, limits.modalTitle),
		components: rows,
	};
}

export function readVoteForm(components: readonly unknown[]): VoteEntry {
	return { reason: "", note: "", ...enteredIn(components, ["reason", "note"]) };
}
