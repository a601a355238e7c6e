import type { Findings } from "./find-passages.ts";

/** The year that holds all days that a question asks for; null where none does. */
export function askedYear({ from, to }: Findings["reading"]["filters"]): string | null {
	const year = from?.slice(0, 4);
	return year && year === to?.slice(0, 4) ? year : null;
}
