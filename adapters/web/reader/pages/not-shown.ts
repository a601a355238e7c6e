import { html } from "../../markup/html.ts";
import type { Shown, Visit } from "../visit.ts";

type Refusal = {
	status: NonNullable<Shown["status"]>;
	key: string;
	params?: Record<string, number>;
};

/** A page that says why there is nothing else on it. */
export function notShown({ status, key, params }: Refusal, { language, say, links }: Visit): Shown {
	const title = say(language, `reader.refused.${key}.title`);
	const home = links.list("/", []);
	const back = home ? html`<p><a href="${home}">${say(language, "reader.home")}</a></p>` : "";
	const text = say(language, `reader.refused.${key}`, params);
	return { status, title, body: html`<h1>${title}</h1><p>${text}</p>${back}` };
}
