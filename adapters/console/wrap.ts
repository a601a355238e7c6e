/** Columns that a text takes on a terminal; marks above and below letters take none. */
export function columnsOf(text: string): number {
	let columns = 0;
	for (const ch of text) {
		if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(ch)) continue;
		columns +=
			/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
				ch,
			)
				? 2
				: 1;
	}
	return columns;
}

/** Breaks a text at its blanks into lines of at most `width` columns; a longer word keeps its line. */
export function wrap(text: string, width: number): string[] {
	const out: string[] = [];
	let line = "";
	let columns = 0;
	for (const word of text.split(" ")) {
		const wide = columnsOf(word);
		if (line && columns + 1 + wide > width) {
			out.push(line);
			line = word;
			columns = wide;
		} else {
			line = line ? `${line} ${word}` : word;
			columns += wide + (columns > 0 ? 1 : 0);
		}
	}
	if (line || out.length === 0) out.push(line);
	return out;
}
