import { NameTable } from "../identity/name-table.ts";
import type { OutletNames } from "./speaker-phrase.ts";

/** What `index-data/outlets.json` says of one outlet. */
export type Outlet = { name: string; ar: readonly string[]; en: readonly string[] };

export function outletNames(outlets: readonly Outlet[]): OutletNames {
	const table = new NameTable<string>();
	for (const { name, ar, en } of outlets) {
		// An outlet is called as the text's language calls it: the first of its names there.
		for (const spelling of ar) table.add(spelling, ar[0] ?? name);
		for (const spelling of en) table.add(spelling, name);
	}
	return {
		match(words, at, end, first) {
			const hit = table.match(words, at, end, first);
			return hit ? { length: hit.length, name: hit.value } : undefined;
		},
	};
}
