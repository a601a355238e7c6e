/** Folded words, in which whole phrases are looked for. */
export function saidIn(words: readonly string[]): string {
	return ` ${words.join(" ")} `;
}

export function saysAny(said: string, phrases: readonly string[]): boolean {
	return phrases.some((phrase) => said.includes(` ${phrase} `));
}

/** An Arabic phrase may have و at its head: not where that makes another one of it, as ومن قبل of من قبل. */
export function saysAnyWithAnd(said: string, phrases: readonly string[]): boolean {
	return saysAny(said, phrases) || phrases.some((phrase) => said.includes(` و${phrase} `));
}
