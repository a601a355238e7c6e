/** A row as RFC 4180 has it: quotation marks where they are needed, doubled inside, CRLF at the end. */
export function csvRow(cells: readonly string[]): string {
	return `${cells.map(quoted).join(",")}\r\n`;
}

function quoted(cell: string): string {
	return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
