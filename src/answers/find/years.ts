import type { Findings } from "./find-passages.ts";

/** 1900 to 2099, in digits. */
export function isYear(word: string): boolean {
	return /^(19|20)\d\d$/.test(word);
}

/** The year that holds all days that a question asks for; null where none does. */
export function askedYear({ from, to }: Findings["reading"]["filters"]): string | null {
	const year = from?.slice(0, 4);
	return year && year === to?.slice(0, 4) ? year : null;
}
