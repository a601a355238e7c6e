import type { Asker } from "../domain/chat.ts";
import type { Settings, SettingsStore } from "../domain/conversation.ts";
import type { Say } from "../domain/messages.ts";
import { plain, wordsFor } from "../domain/typed-words.ts";

const defaults: Settings = { language: "auto", visibility: "private" };

const keys = [
	...["person", "channel", "space", "language", "visibility"],
	...["auto", "en", "ar", "private", "channel_wide"],
];

export type Scope = "person" | "channel" | "space";
export const scopes: readonly Scope[] = ["person", "channel", "space"];

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
		const set = await Promise.all(
			scopes.flatMap((scope) => {
				const key = scopeKey(scope, asker);
				return key ? [this.#store.get(key)] : [];
			}),
		);
		return Object.assign({}, defaults, ...set.reverse());
	}

	/** Reads `channel language:ar visibility:private`; the scope may be left out, and the colon too. */
	read(text: string): SettingsOrder | null {
		let scope: Scope = "person";
		const change: SettingsOrder["change"] = {};
		const joined = text.trim().replace(/(\S+)\s+(?=\S+)/g, (pair, word: string) => {
			const name = this.#words.get(plain(word));
			return name === "language" || name === "visibility" ? `${word}:` : pair;
		});
		for (const part of joined.split(/\s+/)) {
			const [left = "", right] = part.split(/[:=]/, 2);
			const name = this.#words.get(plain(left));
			const value = right === undefined ? undefined : this.#words.get(plain(right));
			if (right === undefined && (name === "person" || name === "channel" || name === "space"))
				scope = name;
			else if (name === "language" && (value === "auto" || value === "en" || value === "ar"))
				change.language = value;
			else if (name === "visibility" && (value === "private" || value === "channel"))
				change.visibility = value;
			else if (name === "visibility" && value === "channel_wide") change.visibility = "channel";
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

function scopeKey(scope: Scope, { place, person }: Asker): string | null {
	const { platform, space, channel } = place;
	if (scope === "person") return `${platform}/${space ?? "-"}/person/${person}`;
	if (scope === "channel") return `${platform}/${space ?? "-"}/channel/${channel}`;
	return space === null ? null : `${platform}/${space}`;
}
