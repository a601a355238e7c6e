import type { Weight } from "./wrapped.ts";

export const colours = {
	paper: "#fbfaf7",
	card: "#ffffff",
	ink: "#1d1f21",
	soft: "#595f66",
	line: "#dcd9d1",
	accent: "#0b5394",
	against: "#9b1c31",
	warn: "#8a3b12",
} as const;

/** The font that comes with the program, and what it is asked for by. */
export const fontFamily = "IBM Plex Sans Arabic";

export type TextLine = {
	text: string;
	/** Where it begins: the left edge, or the right one of a line that runs to the left. */
	x: number;
	/** Of its baseline. */
	y: number;
	isRightToLeft: boolean;
	size: number;
	weight: Weight;
	colour: string;
};

/**
 * One line. What draws it takes every line to run to the right, so that one that does not is embedded as
 * one: https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings
 */
export function svgText({ text, x, y, isRightToLeft, size, weight, colour }: TextLine): string {
	const anchor = isRightToLeft ? "end" : "start";
	const line = isRightToLeft ? `\u202b${text}\u202c` : text;
	const bold = weight === "bold" ? ' font-weight="600"' : "";
	return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${size}"${bold} fill="${colour}">${escaped(line)}</text>`;
}

export function svgBox(
	{ x, y, width, height }: { x: number; y: number; width: number; height: number },
	{ fill, stroke, radius = 0 }: { fill: string; stroke?: string; radius?: number },
): string {
	const border = stroke ? ` stroke="${stroke}"` : "";
	return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}"${border}/>`;
}

export function svgPage(width: number, height: number, inside: readonly string[]): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}">${inside.join("\n")}</svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

const references: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** What XML cannot hold stands there as U+FFFD. */
export function escaped(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd")
		.replace(/[&<>]/g, (letter) => references[letter] ?? "");
}
