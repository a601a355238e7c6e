import { z } from "zod";
import type { Place } from "./place.ts";
import { platformNames, platforms } from "./sets/platforms.ts";

/** The collection of every place that no other one answers, and of what was kept before there were any. */
export const defaultCollection = "default";

/** Of one it is a folder's name, a path of an address and a label: no letter that means anything to any of them. */
const CollectionId = z
	.string()
	.regex(/^[a-z][a-z0-9-]{0,31}$/, "must be 1 to 32 of a-z, 0-9 and -, with a letter first");

/** `slack:T024BE7LH`, a workspace or guild; `slack:T024BE7LH/C024BE91L`, one channel of it. */
const AnsweredPlace = z
	.string()
	.refine(
		isPlaceName,
		"must be a workspace, guild or channel such as slack:T024BE7LH or slack:T024BE7LH/C024BE91L",
	);

/** A named corpus with its own sources, identities and corrections, and who is answered from it. */
export const Collection = z.strictObject({
	id: CollectionId,
	name: z.strictObject({
		en: z.string().trim().min(1).max(80),
		ar: z.string().trim().min(1).max(80),
	}),
	/** Folder, from the folder of the file that names it. */
	corpus: z.string().trim().min(1).max(1_000),
	answers: z.array(AnsweredPlace).max(2_000).default([]),
});
export type Collection = z.infer<typeof Collection>;

/** More would be a mistake of whatever wrote the file. */
const mostCollections = 500;

export const CollectionsFile = z.strictObject({
	collections: z.array(Collection).max(mostCollections),
});

/** Which collection answers where: the channel before its workspace or guild, else the default one. */
export class CollectionMap {
	readonly #byPlace = new Map<string, string>();

	constructor(all: readonly Pick<Collection, "id" | "answers">[]) {
		for (const { id, answers } of all) for (const place of answers) this.#byPlace.set(place, id);
	}

	of({ platform, space, channel }: Pick<Place, "platform" | "space" | "channel">): string {
		const around = `${platform}:${space ?? "-"}`;
		return (
			this.#byPlace.get(`${around}/${channel}`) ?? this.#byPlace.get(around) ?? defaultCollection
		);
	}
}

function isPlaceName(text: string): boolean {
	const [platform, place = "", ...more] = text.split(":");
	const named = platformNames.find((name) => name === platform);
	if (named === undefined || platforms[named].own || more.length > 0) return false;
	return /^[A-Za-z0-9]{1,40}(\/[A-Za-z0-9]{1,40})?$/.test(place);
}
