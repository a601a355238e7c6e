import { type Html, html } from "../../../adapters/web/markup/html.ts";

/** Drawn in lines of our own: fonts of emoji are not everywhere. */
export const thumb = {
	up: html`<svg viewBox="0 0 20 20"><path d="M3 9h3v8H3zM6 10l4-7c2 0 2 2 1 5h5c1 0 1 1 1 2l-2 6c0 1-1 1-2 1H6"/></svg>`,
	down: html`<svg viewBox="0 0 20 20"><path d="M3 11h3V3H3zM6 10l4 7c2 0 2-2 1-5h5c1 0 1-1 1-2l-2-6c0-1-1-1-2-1H6"/></svg>`,
};

const named: Record<string, Html> = {
	trash: html`<svg viewBox="0 0 20 20"><path d="M3 5h14M8 5V3h4v2M5 5l1 12h8l1-12"/></svg>`,
};

/** Slack names the pictures that a button may have; of one that is not drawn here the frame is shown. */
export function icon(name: string): Html {
	return (
		(Object.hasOwn(named, name) && named[name]) ||
		html`<svg viewBox="0 0 20 20"><path d="M4 4h12v12H4z"/></svg>`
	);
}
