import { html } from "../../markup/html.ts";
import type { Shown, Visit } from "../visit.ts";

type Refusal = {
	status: NonNullable<Shown["status"]>;
	key: string;
	params?: Record<string, number>;
	/** What is said below the title, where that is no text of its own. */
	text?: string;
};

/** A page that says why there is nothing else on it. */
export function notShown(refusal: Refusal, { language, say, links }: Visit): Shown {
	const { status, key, params } = refusal;
	const title = say(language, `reader.refused.${key}.title`);
	const home = links.list("/", []);
	const back = home ? html`<p><a href="${home}">${say(language, "reader.home")}</a></p>` : "";
	const text = refusal.text ?? say(language, `reader.refused.${key}`, params);
	return { status, title, body: html`<h1>${title}</h1><p>${text}</p>${back}` };
}
