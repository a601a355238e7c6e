import { isoDayOf } from "../../domain/iso-day.ts";
import type { TranslationStore } from "../../domain/state/translations.ts";
import { dropOlder } from "./drop-older.ts";
import type { MemoryTables } from "./tables.ts";

export function memoryTranslations({
	translations,
	translationDays: days,
}: Pick<MemoryTables, "translations" | "translationDays">): TranslationStore {
	return {
		get: async (key) => translations.get(key)?.text ?? null,
		async put(key, text, at) {
			translations.set(key, { text, at });
		},
		async spend(day, count, most) {
			const sent = (days.get(day) ?? 0) + count;
			if (sent > most) return false;
			days.set(day, sent);
			return true;
		},
		async dropBefore(at) {
			const first = isoDayOf(at);
			for (const day of days.keys()) if (day < first) days.delete(day);
			return dropOlder(translations, at);
		},
	};
}
