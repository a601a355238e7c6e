import type { Engine } from "./engine.ts";
import { flexSearch } from "./flexsearch.ts";
import { isnad } from "./isnad.ts";
import { lunrArabic } from "./lunr.ts";
import { miniSearch } from "./minisearch.ts";
import { orama } from "./orama.ts";
import { postgres } from "./postgres.ts";
import { sqlite } from "./sqlite.ts";

export const engines = {
	isnad,
	minisearch: miniSearch,
	orama,
	flexsearch: flexSearch,
	lunr: lunrArabic,
	sqlite,
	postgres,
} satisfies Record<string, Engine>;
export type EngineName = keyof typeof engines;
export const engineNames = Object.keys(engines) as EngineName[];

export function engineNamed(name: string): Engine {
	const engine = Object.hasOwn(engines, name) ? engines[name as EngineName] : undefined;
	if (!engine) throw new Error(`No engine "${name}": name one of ${engineNames.join(", ")}.`);
	return engine;
}
