/**
 * Whether the day comes first in those numeric dates of the lines that leave no doubt: 14/3/2011 does,
 * 3/4/2011 does not tell. Null where they differ or none does.
 */
export function dayFirstIn(lines: readonly string[]): boolean | null {
	let order: boolean | null = null;
	for (const line of lines)
		for (const [, a, b] of line.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/\d{2,4}(?![\d/])/g)) {
			if (Number(a) > 12 === Number(b) > 12) continue;
			const dayFirst = Number(a) > 12;
			if (order !== null && order !== dayFirst) return null;
			order = dayFirst;
		}
	return order;
}
