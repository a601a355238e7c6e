/** The third person of the present of a regular verb: denies, says, discloses. */
export function thirdPerson(base: string): string {
	if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
	return /(s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

/** The form in -ing of a regular verb that doubles no letter: saying, denouncing, agreeing. */
export function ingForm(base: string): string {
	return /[^aeiouy]e$|[aiou]e$|ue$/.test(base) && !/ee$/.test(base)
		? `${base.slice(0, -1)}ing`
		: `${base}ing`;
}

/** The plain form of a regular plural, past or participle; good enough to look it up. */
export function plainForm(word: string): string {
	if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
	return word.replace(/(?:'s|s|ed|ing)$/u, "");
}
