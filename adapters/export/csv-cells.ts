/** Blanks, quotation marks and what nobody sees, such as the direction marks before an Arabic line. */
const unseen = /^[\p{Z}\p{Cc}\p{Cf}"'＂＇]*/u;
const formula = /^[=+\-@−]/;
/** Blanks that begin a cell are taken off by some programs, and what is behind them begins it. */
const lead = /^[\t\r\n'＇]/;

/** Stands before a text that would be read as a formula, and before one that begins with it itself. */
const guard = "'";

/**
 * A text as it may stand in a cell. Nothing of it is lost: whoever reads a cell that begins with an
 * apostrophe takes that one off (`readCell`).
 */
export function cellOf(text: string): string {
	const whole = text.toWellFormed();
	return isFormula(whole) || lead.test(whole) ? guard + whole : whole;
}

/** Whether a spreadsheet may take it for one: signs of every width and height are the same to some. */
function isFormula(text: string): boolean {
	const at = unseen.exec(text)?.[0].length ?? 0;
	return formula.test(String.fromCodePoint(text.codePointAt(at) ?? 32).normalize("NFKC"));
}

/** The text that `cellOf` made a cell of. */
export function readCell(cell: string): string {
	return cell.startsWith(guard) ? cell.slice(guard.length) : cell;
}

const between = "|";

/** Several texts in one cell, with a stroke between them; a stroke or backslash of their own has a backslash before it. */
export function listCell(texts: readonly string[]): string {
	return texts.map((text) => text.replace(/[\\|]/g, "\\$&")).join(between);
}

/** The texts of a cell, with `readCell` done before. None where it is empty. */
export function readList(text: string): string[] {
	if (text === "") return [];
	const out = [""];
	for (let at = 0; at < text.length; at++) {
		const letter = text[at] ?? "";
		if (letter === between) out.push("");
		else out[out.length - 1] += letter === "\\" ? (text[++at] ?? "") : letter;
	}
	return out;
}
