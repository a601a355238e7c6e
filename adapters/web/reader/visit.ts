import type { Say } from "../../../src/domain/messages.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import type { Html } from "../markup/html.ts";
import type { Links } from "./links.ts";

/** What every part of a page needs to know of who looks at it. */
export type Visit = {
	language: Language;
	say: Say;
	links: Links;
	/** Whether this reader sees everything, or the one page that a signed link leads to. */
	isGuest: boolean;
	/** The same page in another language. */
	inLanguage(language: Language): string;
};

/** What an address asks for. Untrusted. */
export type Asked = {
	/** The last part of the path. */
	id: string;
	param(key: string): string | undefined;
};

/** A page before its frame is put around it. */
export type Shown = {
	status?: 200 | 400 | 401 | 403 | 404 | 414 | 429 | 503 | 500;
	/** Stands in the browser's tab. */
	title: string;
	body: Html;
	/** What the search field holds. */
	searched?: string;
};
