import { z } from "zod";
import { corruptParts } from "../../parts-file.ts";
import type { SegmentFiles } from "./segment-files.ts";

/** Replaced last: what it names is the index, whatever else lies beside it. */
const file = "segments.json";

const FileName = z.string().regex(/^[\w-]+\.[\w-]+$/);

const Manifest = z.strictObject({
	format: z.literal(1),
	/** Hash of the corpus whose articles these are; null where it has changed since. */
	corpus: z.string().nullable(),
	/** The words of all segments. */
	words: FileName,
	segments: z.array(
		z.strictObject({
			file: FileName,
			/** Articles that were removed since it was written, by their places. */
			removed: z.array(z.int().min(0)),
		}),
	),
});
export type Manifest = z.infer<typeof Manifest>;

/** Null where there is none. Errors: `snapshot_corrupt`. */
export async function readManifest(files: SegmentFiles): Promise<Manifest | null> {
	const bytes = await files.read(file);
	if (!bytes) return null;
	try {
		return Manifest.parse(JSON.parse(new TextDecoder().decode(bytes)));
	} catch (cause) {
		throw corruptParts("has no readable list of its segments", cause);
	}
}

/** Puts it in the place of the last one, and takes away what it does not name. */
export async function writeManifest(files: SegmentFiles, manifest: Manifest): Promise<void> {
	await files.write(file, Buffer.from(JSON.stringify(manifest)));
	const named = new Set([file, manifest.words, ...manifest.segments.map((one) => one.file)]);
	for (const name of await files.list()) if (!named.has(name)) await files.remove(name);
}
