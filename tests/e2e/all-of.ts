/**
 * Looks at all cases in one test, so many at a time: most of each is waiting for a process of its
 * own. Resolves to what failed, each with the name of its case.
 */
export async function allOf<T extends readonly [what: string, ...unknown[]]>(
	cases: readonly T[],
	look: (each: T) => Promise<void>,
	atOnce: number = cases.length,
): Promise<string[]> {
	const failed: string[] = [];
	const left = [...cases];
	const lookOn = async () => {
		for (let each = left.shift(); each; each = left.shift()) {
			const [what] = each;
			await look(each).catch((error) => failed.push(`${what}: ${(error as Error).message}`));
		}
	};
	await Promise.all(Array.from({ length: atOnce }, lookOn));
	return failed;
}
