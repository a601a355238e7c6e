import { createHmac } from "node:crypto";
import { defaultCollection } from "../../domain/collection.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { Config } from "../config.ts";

/** The settings with which one collection is opened, by itself. Errors: `usage` where there is no such one. */
export function settingsOf(config: Config, id: string): Config {
	if (id === config.collection) return config;
	const found = config.collections.find((each) => each.id === id);
	if (!found) {
		const known = config.collections.map((each) => each.id);
		throw new IsnadError(
			"usage",
			`There is no collection ${JSON.stringify(id.slice(0, 40))}: use one of ${[defaultCollection, ...known].join(", ")}.`,
		);
	}
	return { ...config, collection: id, corpus: found.corpus, shipped: false, collections: [] };
}

/**
 * What opens the reader's pages of one collection: no link or session of one is of any use in another.
 * Whoever knows it knows nothing of the secret that it was made from.
 */
export function readerSecretOf({ collection, reader: { secret } }: Config): string | undefined {
	if (collection === defaultCollection || secret === undefined) return secret;
	return createHmac("sha256", secret).update(`collection ${collection}`).digest("base64url");
}

/** Where the reader's pages of a collection are, below the public address; "" for the default one's. */
export function readerPathOf(collection: string): string {
	return collection === defaultCollection ? "" : `/in/${collection}`;
}
