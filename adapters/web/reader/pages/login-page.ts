import { html } from "../../markup/html.ts";
import type { Shown, Visit } from "../visit.ts";

type Login = { action: string; next: string; isWrong: boolean };

/** Where a reader names the secret; it leads back to the page that was asked for. */
export function loginShown({ action, next, isWrong }: Login, { language, say }: Visit): Shown {
	const title = say(language, "reader.login.title");
	const wrong = isWrong
		? html`<p role="alert" class="warning">${say(language, "reader.login.wrong")}</p>`
		: "";
	return {
		status: 401,
		title,
		body: html`<h1>${title}</h1><p>${say(language, "reader.login")}</p>${wrong}
<form class="login" action="${action}" method="post">
<label><span>${say(language, "reader.login.secret")}</span><input type="password" name="secret" required autocomplete="current-password" maxlength="200"></label>
<input type="hidden" name="next" value="${next}">
<button type="submit">${say(language, "reader.login.enter")}</button>
</form>`,
	};
}

/** A path of this reader with its query; its start page where it is anything else. */
export function safeNext(next: unknown): string {
	if (typeof next !== "string" || next.length > 4_000) return "/";
	return /^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : "/";
}
