import type { Asker, Notice } from "../../domain/chat.ts";
import type { Say } from "../../domain/messages.ts";
import { type Language, languageOr } from "../../domain/sets/languages.ts";
import type { Settings } from "../../domain/sets/settings.ts";
import type { SettingsStore } from "../../domain/state/conversation.ts";
import { noticeOf } from "../notices.ts";
import { type Operators, refusedFor } from "../rights.ts";
import { SettingsDesk } from "./settings.ts";

/** `/isnad settings …`: shows what holds for the asker, or changes it. */
export class SettingsCommand {
	readonly #desk: SettingsDesk;
	readonly #say: Say;

	constructor(store: SettingsStore, say: Say) {
		this.#desk = new SettingsDesk(store, say);
		this.#say = say;
	}

	of(asker: Asker): Promise<Settings> {
		return this.#desk.of(asker);
	}

	/** Whether the text changes a setting. */
	reads(text: string): boolean {
		return this.#desk.read(text) !== null;
	}

	async run(text: string, asker: Asker, language: Language, operators: Operators): Promise<Notice> {
		const say = this.#say;
		if (!text.trim()) return this.#shown("settings", asker, language);
		const order = this.#desk.read(text);
		if (!order) return noticeOf(say, "settings_unread", language);
		// Everybody decides for themselves; a channel is for those who manage it.
		const refused = order.scope === "person" ? null : refusedFor("manage", asker, operators);
		if (refused) return noticeOf(say, refused, language);
		if (!(await this.#desk.put(order, asker))) return noticeOf(say, "settings_no_space", language);
		// In the language that was chosen, which whoever chose it reads.
		return this.#shown("settings_changed", asker, languageOr(order.change.language, language));
	}

	async #shown(code: string, asker: Asker, language: Language): Promise<Notice> {
		const set = await this.#desk.of(asker);
		return noticeOf(this.#say, code, language, {
			language: this.#say(language, `settings.language.${set.language}`),
			visibility: this.#say(language, `settings.visibility.${set.visibility}`),
			gloss: this.#say(language, `settings.gloss.${set.gloss}`),
		});
	}
}
