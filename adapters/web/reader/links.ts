import type { Citation } from "../../../src/domain/answer.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { type Signing, signatureOf } from "./access/signature.ts";
import {
	articlePage,
	type CitedOf,
	citedPage,
	claimPage,
	namePage,
	type PageAddress,
	sourcePage,
	textFragment,
	written,
} from "./addresses.ts";

/** Longer names are nobody's, and would make addresses that servers refuse. */
const longestName = 200;

/** Where the pages of one visit lead; each is null where this reader may not go there. */
export type Links = {
	/** Words where they stand. */
	cited(citation: Citation, of?: CitedOf): string | null;
	claim(id: string): string | null;
	article(id: string, query?: [string, string][]): string | null;
	/** `bearer`: which one of several who are called so. */
	name(name: string, bearer?: string): string | null;
	source(outlet: string | null): string | null;
	/** A page with questions or lists: `/`, `/t`, and those above with other parameters. */
	list(path: string, query: [string, string][]): string | null;
};

type Way = { language: Language; base: string };

/** For whoever may see everything. */
export function openLinks({ language, base }: Way): Links {
	const to = (page: PageAddress) => written(page, language, { base });
	const named = (name: string | null, page: (name: string) => PageAddress) =>
		name && name.length <= longestName ? to(page(name)) : null;
	return {
		cited: (citation, of) => to(citedPage(citation, of)) + textFragment(of?.quote),
		claim: (id) => to(claimPage(id)),
		article: (id, query = []) => to({ ...articlePage(id), query }),
		name: (name, bearer) => named(name, (of) => namePage(of, bearer)),
		source: (outlet) => named(outlet, sourcePage),
		list: (path, query) => to({ path, query }),
	};
}

/** For whoever came by a signed link: to what it cites and what stands against that, and no further. */
export function guestLinks({ language, base }: Way, signing: Signing, until?: string): Links {
	const to = (page: PageAddress) =>
		written(page, language, { base, more: signatureOf(signing, page, until) });
	return {
		...noLinks,
		cited: (citation, of) => to(citedPage(citation, of)) + textFragment(of?.quote),
		claim: (id) => to(claimPage(id)),
	};
}

export const noLinks: Links = {
	cited: () => null,
	claim: () => null,
	article: () => null,
	name: () => null,
	source: () => null,
	list: () => null,
};
