import type { Citation } from "../../../src/domain/answer.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { type Signing, signatureOf } from "./access/signature.ts";
import {
	articlePage,
	type CitedOf,
	citedPage,
	claimPage,
	claimPicturePath,
	exportPath,
	feedKeys,
	namePage,
	type PageAddress,
	sourcePage,
	textFragment,
	timelinePicturePath,
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
	/** A file for other programs, of what these values leave. */
	file(name: string, query: [string, string][]): string | null;
	/** A picture of a claim; its own page, signed, for a guest too. */
	picture(claim: string): string | null;
	/** A picture of the timeline of what these values leave. */
	timelinePicture(query: [string, string][]): string | null;
	/** A feed of new claims, for programs that name no secret. */
	feed(query: [string, string][]): string | null;
};

export type Way = { language: Language; base: string };

/** For whoever may see everything. `signing`: of what is opened without a session; null where all is open. */
export function openLinks({ language, base }: Way, signing: Signing | null): Links {
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
		picture: (id) => to({ path: claimPicturePath(id), query: [] }),
		timelinePicture: (query) => to({ path: timelinePicturePath, query }),
		file: (name, query) => to({ path: exportPath(name), query }),
		feed(query) {
			const values = new Map(query);
			const covered = feedKeys.flatMap((key): [string, string][] => {
				const value = values.get(key);
				return value ? [[key, value]] : [];
			});
			const page = { path: exportPath("claims.atom"), query: covered };
			const more = signing ? signatureOf(signing, page) : [];
			return written(page, language, { base, more });
		},
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
		picture: (id) => to({ path: claimPicturePath(id), query: [] }),
	};
}

export const noLinks: Links = {
	cited: () => null,
	claim: () => null,
	article: () => null,
	name: () => null,
	source: () => null,
	list: () => null,
	picture: () => null,
	timelinePicture: () => null,
	file: () => null,
	feed: () => null,
};
