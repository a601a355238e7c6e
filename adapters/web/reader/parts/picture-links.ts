import { type Html, html } from "../../markup/html.ts";
import type { Visit } from "../visit.ts";

/** A picture to share, in both shapes; nothing where there is none. */
export function pictureLinks(href: string | null, { language, say }: Visit): Html {
	if (href === null) return html``;
	return html`<p class="pictures"><a href="${href}">${say(language, "reader.picture")}</a> <span aria-hidden="true">·</span> <a href="${`${href}&shape=tall`}">${say(language, "reader.picture.tall")}</a></p>`;
}
