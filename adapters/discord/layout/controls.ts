import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from "discord.js";
import { type Language, languageOr } from "../../../src/domain/sets/languages.ts";
import { limits } from "../limits.ts";

/**
 * What a button or a form does, as its custom id says it. `conversation` is where follow-ups to the
 * answer find its topic: empty in threads and direct messages, which are conversations themselves.
 */
export type Control = { conversation: string } & (
	| { kind: "more"; view: string; from: number; part: number }
	| { kind: "check"; view: string; item: number; part: number; number: number }
	/** A list of quotations; what is chosen in it says which. */
	| { kind: "choose"; view: string }
	| { kind: "share"; view: string; part: number }
	/** The answer as a picture, for everybody. */
	| { kind: "picture"; view: string }
	| { kind: "narrow"; view: string }
	| { kind: "wrong"; view: string; item: number }
	/** A thumb under an answer, and the form behind the second one. */
	| { kind: "vote"; view: string; vote: "right" | "wrong" }
	| { kind: "why"; view: string }
	| { kind: "digests"; key: string }
	| { kind: "example"; language: Language; at: number }
	/** The button that gives a digest's form back with what was typed. */
	| { kind: "refill"; view: string }
	/** The form of a digest: of which one, null for a new one, and what it has no field for. */
	| { kind: "digest"; of: string | null; shown: Language; language: string; empty: string }
);

/** Of a quotation; `number` is the item's in the whole answer, as it is shown. */
export type CheckControl = Control & { kind: "check" };

/** Stands for the id of a digest that is new. */
const noDigest = "-";

/** The custom id: at most 100 characters, and no word of a question in it. */
export function customId(control: Control): string {
	const { kind, conversation } = control;
	switch (kind) {
		case "more":
			return [kind, conversation, control.view, control.from, control.part].join(":");
		case "check":
			return [kind, conversation, control.view, control.item, control.part, control.number].join(
				":",
			);
		case "share":
			return [kind, conversation, control.view, control.part].join(":");
		case "choose":
		case "picture":
		case "narrow":
		case "why":
			return [kind, conversation, control.view].join(":");
		case "vote":
			return [kind, conversation, control.view, control.vote === "right" ? 1 : 0].join(":");
		case "wrong":
			return [kind, conversation, control.view, control.item].join(":");
		case "digests":
			return [kind, conversation, control.key].join(":");
		case "example":
			return [kind, conversation, control.language, control.at].join(":");
		case "refill":
			return [kind, conversation, control.view].join(":");
		case "digest": {
			const { of, shown, language, empty } = control;
			return [kind, conversation, of ?? noDigest, shown, language, empty].join(":");
		}
	}
}

/** Reads a custom id; null where it is none of ours. */
export function readCustomId(id: string): Control | null {
	const [kind, conversation = "", name = "", ...numbers] = id.split(":");
	if (!/^\d{0,20}$/.test(conversation) || !/^[\w-]{1,25}$/.test(name)) return null;
	const [one, two, three] = numbers.map(whole);
	switch (kind) {
		case "more":
			return one === undefined || two === undefined
				? null
				: { kind, conversation, view: name, from: one, part: two };
		case "check":
			return one === undefined || two === undefined || three === undefined
				? null
				: { kind, conversation, view: name, item: one, part: two, number: three };
		case "share":
			return one === undefined ? null : { kind, conversation, view: name, part: one };
		case "choose":
		case "picture":
		case "narrow":
		case "why":
			return { kind, conversation, view: name };
		case "vote":
			if (one !== 0 && one !== 1) return null;
			return { kind, conversation, view: name, vote: one === 1 ? "right" : "wrong" };
		case "wrong":
			return one === undefined ? null : { kind, conversation, view: name, item: one };
		case "digests":
			return { kind, conversation, key: name };
		case "refill":
			return { kind, conversation, view: name };
		case "digest": {
			const [shown = "", language = "", empty = ""] = numbers;
			if (![language, empty].every((value) => /^[a-z]{0,10}$/.test(value))) return null;
			const of = name === noDigest ? null : name;
			return { kind, conversation, of, shown: languageOr(shown, "en"), language, empty };
		}
		case "example": {
			const language = languageOr(name, null);
			return language === null || one === undefined
				? null
				: { kind, conversation, language, at: one };
		}
		default:
			return null;
	}
}

/** What the entry of a list of quotations holds: an item with its number, or how the question was read. */
export function choiceValue(choice: Choice): string {
	return choice === "reading" ? choice : `${choice.item}:${choice.number}`;
}

export type Choice = "reading" | { item: number; number: number };

/** Takes apart what `choiceValue` made; null where it is none of ours. */
export function readChoice(value: string | undefined): Choice | null {
	if (value === "reading") return value;
	const [item, number] = (value ?? "").split(":").map(whole);
	return item === undefined || number === undefined ? null : { item, number };
}

function whole(text: string): number | undefined {
	return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

export function button(
	control: Control,
	label: string,
	style: ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
	return {
		type: ComponentType.Button,
		style,
		label: label.slice(0, limits.buttonLabel),
		custom_id: customId(control),
	};
}
