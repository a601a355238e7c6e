/** Lines put together as far as they fit into `most` units; each is no longer than that itself. */
export function packed(lines: readonly string[], most: number, between: string): string[] {
	const parts: string[] = [];
	for (const line of lines) {
		const last = parts.at(-1);
		if (last !== undefined && last.length + between.length + line.length <= most)
			parts[parts.length - 1] = last + between + line;
		else parts.push(line);
	}
	return parts;
}
