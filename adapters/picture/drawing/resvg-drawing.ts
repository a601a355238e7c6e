import { createRequire } from "node:module";
import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";
import { escaped, fontFamily } from "../layout/svg-text.ts";
import type { Measure } from "../layout/wrapped.ts";

const require = createRequire(import.meta.url);
const fontFiles = [
	require.resolve(
		"@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
	),
	require.resolve(
		"@expo-google-fonts/ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf",
	),
];

/**
 * Letters of other scripts, which the font that comes with the program lacks. It has the tatweel and the
 * apostrophe of names, which Unicode counts to no script.
 */
const otherScripts = /(?![\p{Script=Latin}\p{Script=Arabic}\u{640}\u{2bc}])\p{L}/u;

/** The fonts of the machine are read only where they are needed: that takes a while, and they differ. */
export function needsOtherFonts(text: string): boolean {
	return otherScripts.test(text);
}

function optionsFor(svg: string): ResvgRenderOptions {
	const loadSystemFonts = needsOtherFonts(svg);
	return { font: { loadSystemFonts, fontFiles, defaultFontFamily: fontFamily }, logLevel: "off" };
}

export function drawPng(svg: string): Uint8Array {
	return new Resvg(svg, optionsFor(svg)).render().asPng();
}

/** Measured at this size; widths grow with the size. */
const measuredAt = 100;
const mostKnown = 20_000;
const known = new Map<string, number>();

/** How wide the font writes a text. Between two strokes, so that blanks and overhanging letters count. */
export const measure: Measure = (text, size, weight) => {
	const key = `${weight}${text}`;
	let width = known.get(key);
	if (width === undefined) {
		width = inkWidth(`|${text}|`, weight) - inkWidth("||", weight);
		if (known.size >= mostKnown) known.clear();
		known.set(key, width);
	}
	return (width * size) / measuredAt;
};

function inkWidth(text: string, weight: "regular" | "bold"): number {
	const bold = weight === "bold" ? ' font-weight="600"' : "";
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" width="99999" height="300" font-family="${fontFamily}"><text x="10" y="150" font-size="${measuredAt}"${bold}>${escaped(text)}</text></svg>`;
	return new Resvg(svg, optionsFor(svg)).getBBox()?.width ?? 0;
}
