import type { Language } from "./sets/languages.ts";

/** Texts by key for one language; a plural one is chosen by the number given as `count`. */
export type MessageTable = Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>;

export type MessageParams = Record<string, string | number>;

/**
 * One text that users see, in one language, with `{name}` replaced. An unknown key comes back as it
 * is: a missing text must not keep an answer from its reader.
 */
export type Say = (language: Language, key: string, params?: MessageParams) => string;

/** Reads texts out of the tables of both languages. */
export function createSay(tables: Record<Language, MessageTable>): Say {
	const plurals = { ar: new Intl.PluralRules("ar"), en: new Intl.PluralRules("en") };
	return (language, key, params = {}) => {
		const entry = tables[language][key];
		if (entry === undefined) return key;
		if (typeof entry === "string") return fill(entry, params);
		const count = Number(params.count ?? 0);
		// English counts none like many; a text may still have a sentence of its own for it.
		const rule = count === 0 && entry.zero ? "zero" : plurals[language].select(count);
		return fill(entry[rule] ?? entry.other ?? key, params);
	};
}

function fill(text: string, params: MessageParams): string {
	return text.replace(/\{(\w{1,30})\}/g, (whole, name: string) => {
		const value = params[name];
		return value === undefined ? whole : String(value);
	});
}
