import { z } from "zod";
import { IsnadError } from "../domain/errors.ts";

/**
 * `meta.json` beside articles: what the operator knows of each file. A field that is null is not
 * known, and one that is not there is left to the page.
 */
const MetaEntry = z.object({
	title: z.string().min(1).nullish(),
	outlet: z.string().min(1).nullish(),
	url: z.url({ protocol: /^https?$/ }).nullish(),
	published: z.string().min(1).nullish(),
	note: z.unknown().optional(),
});
export type MetaEntry = z.infer<typeof MetaEntry>;

export const metaName = "meta.json";

/** Entries by file name. Errors: `meta_malformed`, saying which entry and field. */
export function parseMeta(text: string, path: string): Map<string, MetaEntry> {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\ufeff/, ""));
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw malformed(path, `it is no valid JSON (${why})`, cause);
	}
	const parsed = z.record(z.string(), z.unknown()).safeParse(value);
	if (!parsed.success || Array.isArray(value))
		throw malformed(path, "it must be one object with a file name for each key", parsed.error);
	const out = new Map<string, MetaEntry>();
	for (const [file, entry] of Object.entries(parsed.data)) {
		const checked = MetaEntry.safeParse(entry);
		if (!checked.success) {
			const issue = checked.error.issues[0];
			const field = issue?.path.map(String).join(".");
			throw malformed(
				path,
				`entry "${file}"${field ? `, field "${field}"` : ""}: ${issue?.message}`,
				checked.error,
			);
		}
		out.set(file, checked.data);
	}
	return out;
}

export function malformedDate(path: string, file: string, date: string): IsnadError {
	return malformed(
		path,
		`entry "${file}", field "published": "${date}" is no date; write 2023-07-28, 2023-07 or 2023`,
	);
}

function malformed(path: string, why: string, cause?: unknown): IsnadError {
	return new IsnadError(
		"meta_malformed",
		`${path} cannot be used: ${why}. Mend it, or ingest with --no-meta.`,
		cause === undefined ? undefined : { cause },
	);
}
