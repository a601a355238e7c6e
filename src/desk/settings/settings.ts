import type { Asker } from "../../domain/chat.ts";
import type { Say } from "../../domain/messages.ts";
import {
	type Scope,
	type SettingKey,
	type Settings,
	scopes,
	settingKeys,
	settings,
} from "../../domain/sets/settings.ts";
import type { SettingsStore } from "../../domain/state/conversation.ts";
import { plain, wordsFor } from "../../domain/typed-words.ts";

const defaults = Object.fromEntries(settingKeys.map((key) => [key, settings[key][0]])) as Settings;

/** To the channel, said in words that do not name the scope: everybody. */
const toChannel = "channel_wide";
/** The later of two that share a word has it: "me" is private. */
const keys = [...scopes, ...settingKeys, ...Object.values(settings).flat(), toChannel];

/** What a person asked to be changed, or null where the text is none of it. */
export type SettingsOrder = { scope: Scope; change: Parameters<SettingsStore["put"]>[1] };

/** Settings of people, channels and spaces; the nearest one that sets a field wins. */
export class SettingsDesk {
	readonly #store: SettingsStore;
	readonly #words: ReadonlyMap<string, string>;

	/** `say` gives the words of scopes, fields and values as `settings_words.…`, `|` between them. */
	constructor(store: SettingsStore, say: Say) {
		this.#store = store;
		this.#words = wordsFor(say, "settings_words", keys);
	}

	async of(asker: Asker): Promise<Settings> {
		const keys = scopes.flatMap((scope) => scopeKey(scope, asker) ?? []);
		const set = await this.#store.each(keys);
		return Object.assign({}, defaults, ...set.reverse());
	}

	/** Reads `channel language:ar visibility:private`; the scope may be left out, and the colon too. */
	read(text: string): SettingsOrder | null {
		let scope: Scope = "person";
		const change: SettingsOrder["change"] = {};
		const joined = text.trim().replace(/(\S+)\s+(?=\S+)/g, (pair, word: string) => {
			const name = this.#words.get(plain(word));
			return isSetting(name) ? `${word}:` : pair;
		});
		for (const part of joined.split(/\s+/)) {
			const [left = "", right] = part.split(/[:=]/, 2);
			const name = this.#words.get(plain(left));
			const chosen = right === undefined ? undefined : this.#words.get(plain(right));
			const value = chosen === toChannel ? "channel" : chosen;
			if (right === undefined && isScope(name)) scope = name;
			else if (isSetting(name) && isValue(name, value)) Object.assign(change, { [name]: value });
			else return null;
		}
		return Object.keys(change).length > 0 ? { scope, change } : null;
	}

	/** False where the place has no such scope: a direct message belongs to no space. */
	async put({ scope, change }: SettingsOrder, asker: Asker): Promise<boolean> {
		const key = scopeKey(scope, asker);
		if (!key) return false;
		await this.#store.put(key, change);
		return true;
	}
}

function isScope(name: string | undefined): name is Scope {
	return scopes.some((scope) => scope === name);
}

function isSetting(name: string | undefined): name is SettingKey {
	return settingKeys.some((key) => key === name);
}

function isValue(key: SettingKey, value: string | undefined): boolean {
	return settings[key].some((each) => each === value);
}

function scopeKey(scope: Scope, { place, person }: Asker): string | null {
	const { platform, space, channel } = place;
	if (scope === "person") return `${platform}/${space ?? "-"}/person/${person}`;
	if (scope === "channel") return `${platform}/${space ?? "-"}/channel/${channel}`;
	return space === null ? null : `${platform}/${space}`;
}
