import { z } from "zod";
import { IsnadError } from "../../domain/errors.ts";

export const corpusVersion = 1;
export const manifestName = "corpus.json";

const fileName = z.string().regex(/^(articles|sources)\/[a-z0-9][a-z0-9-]*\.(json|txt)$/);

/**
 * `corpus.json`, the commit point of a corpus: what it says is the corpus. While files wait in
 * `pending/`, `pending` names them, and they count instead of those of the same name.
 */
export const Manifest = z.object({
	format: z.literal("isnad-corpus"),
	version: z.literal(corpusVersion),
	rendering: z.enum(["verbatim", "paraphrase"]).optional(),
	/** Sorted ids. */
	articles: z.array(z.string().regex(/^[a-z0-9][a-z0-9-]*$/)),
	/** SHA-256 over the article files: it changes whenever one of them does. */
	hash: z.string().optional(),
	pending: z.object({ write: z.array(fileName), remove: z.array(fileName) }).optional(),
});
export type Manifest = z.infer<typeof Manifest>;

/** Reads a manifest. Errors: `corpus_newer`, `corpus_corrupt`. */
export function parseManifest(text: string, folder: string): Manifest {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw corrupt(folder, "it is no JSON", error);
	}
	const version = (value as { version?: unknown } | null)?.version;
	if (typeof version === "number" && version > corpusVersion)
		throw new IsnadError(
			"corpus_newer",
			`The corpus in ${folder} has format version ${version} and this program reads up to ${corpusVersion}: update the program, or ingest into a new folder.`,
		);
	const parsed = Manifest.safeParse(value);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	throw corrupt(folder, `${issue?.path.join(".") || "the file"}: ${issue?.message}`, parsed.error);
}

function corrupt(folder: string, why: string, cause: unknown): IsnadError {
	return new IsnadError(
		"corpus_corrupt",
		`${manifestName} in ${folder} is damaged (${why}): delete that file to read the articles without it, or ingest again into a new folder.`,
		{ cause },
	);
}

export function printManifest({ rendering, articles, hash, pending }: Manifest): string {
	const ordered = {
		format: "isnad-corpus",
		version: corpusVersion,
		...(rendering ? { rendering } : {}),
		...(hash ? { hash } : {}),
		articles: [...articles].sort(),
		...(pending ? { pending } : {}),
	};
	return `${JSON.stringify(ordered, null, "\t")}\n`;
}
