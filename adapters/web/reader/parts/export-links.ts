import {
	type ExportKind,
	exportFormatKeys,
	exportFormats,
	holdsKind,
} from "../../../../src/domain/sets/export-formats.ts";
import { type Html, html } from "../../markup/html.ts";
import type { Visit } from "../visit.ts";
import { linked } from "./quoted-words.ts";

/** The same for other programs; nothing where this reader may take nothing along. */
export function exportLinks(kind: ExportKind, topic: [string, string][], visit: Visit): Html {
	const { language, say, links } = visit;
	const entries = exportFormatKeys.flatMap((format) => {
		if (!holdsKind(format, kind)) return [];
		const isFeed = format === "atom";
		const href = isFeed ? links.feed(topic) : links.file(`${kind}.${format}`, topic);
		const label = isFeed ? say(language, "reader.feed") : exportFormats[format].label;
		return href === null ? [] : [html`<li>${linked(href, html`<bdi>${label}</bdi>`)}</li>`];
	});
	if (entries.length === 0) return html``;
	const title = say(language, "reader.exports");
	return html`<nav class="exports" aria-label="${title}"><p>${title}</p><ul>${entries}</ul></nav>`;
}
