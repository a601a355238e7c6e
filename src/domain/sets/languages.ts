import { z } from "zod";

type LanguageRow = {
	/** Names of months, numbers: always in Latin digits. */
	locale: string;
	/** Between the members of a list. */
	comma: string;
	direction: "ltr" | "rtl";
};

/** The languages of articles, questions and answers, in the order in which they are offered. */
export const languages = {
	en: { locale: "en-GB", comma: ", ", direction: "ltr" },
	ar: { locale: "ar-u-nu-latn", comma: "، ", direction: "rtl" },
} as const satisfies Record<string, LanguageRow>;

export type Language = keyof typeof languages;
export const languageKeys = Object.keys(languages) as [Language, ...Language[]];
export const Language = z.enum(languageKeys);

/** The language that a text names by its key; the other one where it names none. */
export function languageOr<T>(text: unknown, other: T): Language | T {
	return Language.safeParse(text).data ?? other;
}

/** One text in every language of the product: ours, never an article's. */
export const Bilingual = z.object({
	ar: z.string().min(1),
	en: z.string().min(1),
} satisfies Record<Language, z.ZodString>);
export type Bilingual = z.infer<typeof Bilingual>;
