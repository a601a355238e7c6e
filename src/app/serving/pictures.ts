import type { Say } from "../../domain/messages.ts";
import type { Pictures } from "../../domain/picture.ts";
import type { Config } from "../config.ts";

/** Pictures of answers; what draws them is read when the first is asked for. Undefined where none are wanted. */
export async function openPictures(
	config: Pick<Config, "pictures">,
	say: Say,
): Promise<(Pictures & { close(): Promise<void> }) | undefined> {
	if (!config.pictures) return undefined;
	const { createPictures } = await import("../../../adapters/picture/create-pictures.ts");
	return createPictures(say);
}
