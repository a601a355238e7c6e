import { languageKeys } from "./languages.ts";

/** What people and channels may set, and its values, the usual one first. One row a setting. */
export const settings = {
	/** Of answers; `auto`: the language of the question. */
	language: ["auto", ...languageKeys],
	/** Whether an answer to a command is first shown to the asker alone or to the channel. */
	visibility: ["private", "channel"],
	/** Whether a machine's translation stands beside quotations in another language, where there is a translator. */
	gloss: ["on", "off"],
} as const satisfies Record<string, readonly string[]>;

export type SettingKey = keyof typeof settings;
export const settingKeys = Object.keys(settings) as SettingKey[];

/** How the bot behaves for a person, a channel or a space; what is absent is inherited. */
export type Settings = { [K in SettingKey]: (typeof settings)[K][number] };

/** For whom a setting holds; the nearest one that sets it wins. */
export const scopes = ["person", "channel", "space"] as const;
export type Scope = (typeof scopes)[number];
