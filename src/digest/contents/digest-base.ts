import type { Findings } from "../../answers/find/find-passages.ts";
import type { Statements } from "../../answers/same-statement.ts";
import type { Say } from "../../domain/messages.ts";
import type { PassageSearch } from "../../domain/passage-search.ts";
import type { DigestMaterial } from "./material.ts";

/** What every section of a digest is written with. */
export type DigestBase = Pick<
	Findings,
	"request" | "command" | "reading" | "tests" | "library" | "names"
> & {
	search: PassageSearch;
	statements: Statements;
	/** Terms of the topic, for what the index holds no more. */
	topicTerms: ReadonlySet<string>;
	material: DigestMaterial;
	say: Say;
	/** Lets whoever waits have its turn during long work. */
	breathe(): Promise<void> | undefined;
};
