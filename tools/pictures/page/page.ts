import { readFileSync } from "node:fs";
import { Html, html } from "../../../adapters/web/markup/html.ts";
import type { Face } from "../answers/platforms.ts";
import type { Theme, View } from "./views.ts";

/** Something to be drawn by itself; its id is letters, digits and hyphens. */
export type Picture = { id: string; drawn: Html };

export type Look = { face: Face; view: View; theme: Theme };

/** One page with all of the pictures, one under the other. It runs nothing and fetches nothing. */
export function pageOf(pictures: readonly Picture[], { face, view, theme }: Look): string {
	const styles = ["shared", face].map((name) => new Html(styleSheet(name)));
	return html`<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${styles}</style></head>
<body class="${face} ${view} ${theme}">${pictures.map(
		({ id, drawn }) => html`<article id="${id}">${drawn}</article>\n`,
	)}</body></html>`.text;
}

/** Where the page's own words are laid out in other letters than these, heights mean nothing. */
export const fonts = ["Noto Sans", "Noto Sans Arabic"] as const;

function styleSheet(name: string): string {
	return readFileSync(new URL(`${name}.css`, import.meta.url), "utf8");
}
