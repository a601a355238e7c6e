import { readData } from "./language-data.ts";

/** The files of `index-data` that pages are read by. */
const files = {
	furniture: "furniture.json",
	notices: "notices.json",
	outlets: "outlets.json",
	publishers: "publisher-weights.json",
	headlines: "headline-weights.json",
	scraps: "scrap-weights.json",
} as const;

/** What they hold, parsed and not checked. */
export type PageData = Record<keyof typeof files, unknown>;

/** Errors: `data_invalid`. */
export async function readPageData(folder: string): Promise<PageData> {
	const read = Object.entries(files).map(async ([name, file]) => [
		name,
		await readData(folder, file),
	]);
	return Object.fromEntries(await Promise.all(read)) as PageData;
}
