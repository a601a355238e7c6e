/** Rows of a CSV file, as RFC 4180 has them; it throws where one is none. */
export function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = text.startsWith("\ufeff") ? 1 : 0;
	while (at < text.length) {
		let cell = "";
		if (text[at] === '"') {
			for (at++; ; at++) {
				if (at >= text.length) throw new Error("a quotation mark is not closed");
				if (text[at] !== '"') cell += text[at];
				else if (text[at + 1] === '"') {
					cell += '"';
					at++;
				} else break;
			}
			at++;
		} else {
			const end = /,|\r\n/g;
			end.lastIndex = at;
			const found = end.exec(text);
			if (!found) throw new Error("a row has no end");
			cell = text.slice(at, found.index);
			if (/["\r\n]/.test(cell)) throw new Error(`a bare cell holds ${JSON.stringify(cell)}`);
			at = found.index;
		}
		row.push(cell);
		if (text[at] === ",") at++;
		else if (text.startsWith("\r\n", at)) {
			rows.push(row);
			row = [];
			at += 2;
		} else throw new Error(`something stands behind a cell at ${at}`);
	}
	return rows;
}

/** The same by the names in the first row. */
export function recordsOf(text: string): Record<string, string>[] {
	const [head = [], ...rows] = readCsv(text);
	return rows.map((row) => {
		if (row.length !== head.length) throw new Error("a row is too short or too long");
		return Object.fromEntries(head.map((name, n) => [name, row[n] ?? ""]));
	});
}
