import {
	type APIApplicationCommandBasicOption,
	type APIApplicationCommandOption,
	type APIApplicationCommandSubcommandOption,
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	InteractionContextType,
	PermissionFlagsBits,
	type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Command } from "../../../src/domain/answer.ts";
import { whenTold, whereNothingIsNew } from "../../../src/domain/digest.ts";
import type { Say } from "../../../src/domain/messages.ts";
import {
	choicesOf,
	type FilterKey,
	filterKeys,
	formFields,
} from "../../../src/domain/sets/filters.ts";
import { type Language, languageKeys } from "../../../src/domain/sets/languages.ts";
import { scopes, settings } from "../../../src/domain/sets/settings.ts";
import { limits } from "../limits.ts";

/** Questions, by the name that the desk knows; each is a command of its own in these languages. */
export const questions: Record<Exclude<Command, "sources">, readonly Language[]> = {
	claims: ["en", "ar"],
	ask: ["en", "ar"],
	timeline: ["en", "ar"],
	search: ["en", "ar"],
	who: ["en", "ar"],
};
export type QuestionCommand = keyof typeof questions;

/** Options of a question, in the order in which Discord offers them. */
export const questionOptions = ["topic", ...formFields.map(optionOf), "language"] as const;
/** Filters whose option is called otherwise: `discord.option.speaker` is what `by:` is typed for. */
function optionOf<K extends FilterKey>(key: K): Exclude<K, "by"> | "speaker" {
	return key === "by" ? "speaker" : (key as Exclude<K, "by">);
}
export const filterOf = (option: Exclude<FilterKey, "by"> | "speaker"): FilterKey =>
	option === "speaker" ? "by" : option;
const suggested: readonly string[] = ["topic", "speaker", "outlet", "zone"];

const digestChoices = [
	"when",
	"at",
	"zone",
	"days",
	"speaker",
	"outlet",
	"stance",
	"language",
	"empty",
] as const;

/** What `/digest` does; options in the order in which the desk reads them. */
export const digestOptions = {
	subscribe: ["topic", ...digestChoices],
	edit: ["digest", "topic", ...digestChoices],
	list: [],
	preview: ["digest"],
	pause: ["digest"],
	resume: ["digest"],
	unsubscribe: ["digest"],
	status: ["digest"],
} as const;
export type DigestVerb = keyof typeof digestOptions;
export const digestVerbs = Object.keys(digestOptions) as DigestVerb[];
/** Every option of a command, as the adapter calls it. */
export const otherOptions: readonly string[] = [
	...new Set([
		...questionOptions,
		...Object.values(digestOptions).flat(),
		...["text", "answers", "scope"],
	]),
];
const required: readonly string[] = [
	"edit.digest",
	"pause.digest",
	"resume.digest",
	"unsubscribe.digest",
];

/** Longest value that the desk takes for a filter or a topic. */
const mostTyped = 200;

type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

/** Name of a command or an option in a language, as `discord.command.…` and `discord.option.…` tell. */
export const commandName = (name: string, language: Language, say: Say) =>
	say(language, `discord.command.${name}`);
/** A verb of `/digest` as it is typed: the first of its words. */
export const verbName = (verb: DigestVerb, language: Language, say: Say) =>
	say(language, `digest.verb.${verb}`).split("|")[0] ?? verb;
export const optionName = (name: string, language: Language, say: Say) =>
	say(language, `discord.option.${name}`);

/** Every command of the bot, as it is registered. */
export function commandsOf(say: Say): CommandBody[] {
	const out: CommandBody[] = [];
	for (const [name, spoken] of Object.entries(questions))
		for (const language of spoken)
			out.push(
				command(
					name,
					language,
					say,
					questionOptions.map((each) => option(each, language, say)),
				),
			);
	for (const language of languageKeys)
		out.push(command("sources", language, say, [option("text", language, say)]));
	for (const language of languageKeys) {
		out.push(command("help", language, say, []));
		out.push(
			command("settings", language, say, [
				option("language", language, say, settings.language),
				option("answers", language, say, settings.visibility),
				option("scope", language, say, scopes),
			]),
		);
		out.push(
			command(
				"digest",
				language,
				say,
				digestVerbs.map((each) => subcommand(each, language, say)),
			),
		);
	}
	out.push({
		...everywhere,
		type: ApplicationCommandType.Message,
		name: say("en", "discord.about"),
	});
	return out;
}

/**
 * Of commands that are for those who manage a guild: Discord shows them to nobody else there, unless
 * the guild's own settings say so. The desk looks at every one of them all the same.
 */
const forManagers: readonly string[] = ["digest"];
const managers = String(PermissionFlagsBits.ManageGuild);

/** Installed to a guild or to a person; in guilds, with the bot, in other direct messages. */
const everywhere = {
	integration_types: [
		ApplicationIntegrationType.GuildInstall,
		ApplicationIntegrationType.UserInstall,
	],
	contexts: [
		InteractionContextType.Guild,
		InteractionContextType.BotDM,
		InteractionContextType.PrivateChannel,
	],
};

function command(
	name: string,
	language: Language,
	say: Say,
	options: APIApplicationCommandOption[],
): CommandBody {
	return {
		...everywhere,
		...(forManagers.includes(name) ? { default_member_permissions: managers } : {}),
		type: ApplicationCommandType.ChatInput,
		name: commandName(name, language, say),
		description: described(say(language, `discord.describe.${name}`)),
		...(options.length > 0 ? { options } : {}),
	};
}

function subcommand(
	name: DigestVerb,
	language: Language,
	say: Say,
): APIApplicationCommandSubcommandOption {
	const names = digestOptions[name];
	return {
		type: ApplicationCommandOptionType.Subcommand,
		name: verbName(name, language, say),
		description: described(say(language, `discord.describe.digest.${name}`)),
		options: names.map((each) => {
			const made = option(each, language, say);
			return required.includes(`${name}.${each}`) ? { ...made, required: true } : made;
		}),
	};
}

function option(
	name: string,
	language: Language,
	say: Say,
	values: readonly string[] | undefined = valuesOf[name],
): APIApplicationCommandBasicOption {
	const made = {
		type: ApplicationCommandOptionType.String as const,
		name: optionName(name, language, say),
		description: described(say(language, `discord.describe.option.${name}`)),
	};
	if (values)
		return {
			...made,
			choices: values.map((value) => ({ name: say(language, choiceKey(name, value)), value })),
		};
	if (suggested.includes(name))
		return { ...made, autocomplete: true as const, max_length: mostTyped };
	return { ...made, max_length: mostTyped };
}

const valuesOf: Record<string, readonly string[]> = {
	...Object.fromEntries(
		formFields.flatMap((key) => (choicesOf(key) ? [[key, choicesOf(key) ?? []]] : [])),
	),
	language: languageKeys,
	empty: whereNothingIsNew,
	when: whenTold,
};

function choiceKey(option: string, value: string): string {
	return filterKeys.some((key) => key === option)
		? `${option}.${value}`
		: `discord.choice.${option}.${value}`;
}

function described(text: string): string {
	return text.slice(0, limits.description);
}
