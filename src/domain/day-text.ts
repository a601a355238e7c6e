import { type Language, languages } from "./sets/languages.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** 2023, 2023-03 or 2023-03-05 in words. Latin digits in both languages, as most Arabic news has them. */
export function dayText(value: string, language: Language): string {
	if (value.length === 4) return value;
	const day = value.length === 10;
	const key = `${language}${day}`;
	let format = formats.get(key);
	if (!format) {
		format = new Intl.DateTimeFormat(languages[language].locale, {
			timeZone: "UTC",
			year: "numeric",
			month: "long",
			...(day ? { day: "numeric" } : {}),
		});
		formats.set(key, format);
	}
	return format.format(new Date(`${day ? value : `${value}-01`}T00:00:00Z`));
}
