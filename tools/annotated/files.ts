import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../files.ts";

/** Where annotated articles are kept; their format is in docs/annotating.md. */
const folders = ["annotated/ar", "annotated/en"].map((folder) => join(root, folder));

/** The last round: read and measured, not learned from. */
export const apart = ["annotated/apart/ar", "annotated/apart/en"].map((f) => join(root, f));

/** The annotated articles at these places (files, or folders of .txt files); all of them for none. */
export function annotatedFiles(places: readonly string[] = []): string[] {
	return (places.length > 0 ? places : folders).flatMap((place) => {
		if (!existsSync(place)) return [];
		if (!statSync(place).isDirectory()) return [place];
		return readdirSync(place)
			.filter((name) => name.endsWith(".txt"))
			.sort()
			.map((name) => join(place, name));
	});
}
