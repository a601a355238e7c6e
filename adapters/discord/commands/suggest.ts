import type { APIApplicationCommandAutocompleteInteraction } from "discord.js";
import { ApplicationCommandOptionType } from "discord.js";
import type { Asker, Desk } from "../../../src/domain/chat.ts";
import { zonesLike } from "../../shared/zones.ts";
import { limits } from "../limits.ts";
import type { CommandReader } from "./options.ts";

type Choice = { name: string; value: string };

/** What is offered while somebody types: names and topics of the corpus, in either script. */
export async function suggestions(
	{ data }: APIApplicationCommandAutocompleteInteraction,
	reader: CommandReader,
	desk: Desk,
	asker: Asker,
): Promise<Choice[]> {
	const [first] = data.options;
	const options =
		first?.type === ApplicationCommandOptionType.Subcommand ? (first.options ?? []) : data.options;
	for (const option of options) {
		if (!("focused" in option) || !option.focused) continue;
		const field = reader.suggests(option.name);
		if (!field) return [];
		const typed = String(option.value).slice(0, limits.choice);
		const found =
			field === "zone"
				? zonesLike(typed)
				: await desk.suggest({ field, text: typed, most: limits.choices }, asker);
		return [...new Set(found)]
			.filter((value) => value.length > 0 && value.length <= limits.choice)
			.slice(0, limits.choices)
			.map((value) => ({ name: value, value }));
	}
	return [];
}
