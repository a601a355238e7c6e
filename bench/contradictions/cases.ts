import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { Language } from "../../src/domain/sets/languages.ts";

/** Two quotations out of articles that belong together, and whether they contradict each other. */
export const PairCase = z.object({
	id: z.string().min(1),
	topic: z.string().min(1),
	expect: z.boolean(),
	/** What makes it a pair, or a near one: figures, denial; other-place, agrees. */
	kind: z.string().min(1),
	articles: z
		.array(
			z.object({
				language: Language,
				outlet: z.string().nullable(),
				published: z.string().min(4),
				title: z.string().min(1),
				text: z.string().min(1),
			}),
		)
		.min(1),
	claims: z.tuple([quoted(), quoted()]),
	why: z.string(),
});
/** `hand`: who wrote it; nobody is judged by weights that were learned from what the same hand wrote. */
export type PairCase = z.infer<typeof PairCase> & { hand: string };
export type Quoted = PairCase["claims"][number];

function quoted() {
	return z.object({ article: z.int().min(0), quote: z.string().min(1) });
}

/** The cases of a file, or of the `.json` files of a folder, in the order of their names: of one hand. */
export function readCases(path: string): PairCase[] {
	const files = statSync(path).isDirectory()
		? readdirSync(path)
				.filter((name) => name.endsWith(".json"))
				.sort()
				.map((name) => join(path, name))
		: [path];
	const hand = basename(path, ".json");
	return files.flatMap((file) =>
		z
			.array(PairCase)
			.parse(JSON.parse(readFileSync(file, "utf8")))
			.map((each) => ({ ...each, hand })),
	);
}
