import { Once } from "../../desk/once.ts";
import { SettingsCommand } from "../../desk/settings/settings-command.ts";
import type { Writer } from "../../digest/contents/writer.ts";
import type { DigestParts } from "../../digest/delivery/delivery-parts.ts";
import type { Desk } from "../../domain/chat.ts";
import { CollectionMap } from "../../domain/collection.ts";
import { asIsnadError, IsnadError } from "../../domain/errors.ts";
import { whileAsked } from "../../search/turns.ts";
import { createCollectionsDesk } from "../collections/collections-desk.ts";
import { pauseMoved } from "../collections/moved-digests.ts";
import { OpenCollections } from "../collections/open-collections.ts";
import { settingsOf } from "../collections/settings-of.ts";
import { tendSources } from "../collections/tend-sources.ts";
import { sleep } from "../sleep.ts";
import { type DeskGiven, type OpenedDesk, openWholeDesk } from "./desk/open-desk.ts";
import { deliverDigests } from "./digests.ts";

/** All collections as one process serves them; the default one is always open. */
export type ServedCollections = {
	desk: Desk;
	/** Of those beside the default one. */
	ids: readonly string[];
	/** Runs work on one that is open meanwhile. Rejects with why it cannot be opened. */
	use<R>(id: string, work: (opened: OpenedDesk) => Promise<R>): Promise<R>;
	/** Delivers the digests of each, and looks at the sources of those that nobody asks. */
	deliver(posters: DigestParts["posters"]): { stop(): Promise<void> };
	close(): Promise<void>;
};

type Given = DeskGiven & { process: string };

/** Undefined where the operator names no collection: then nothing stands before the one desk. */
export function openServedCollections(
	own: OpenedDesk,
	given: Given,
): ServedCollections | undefined {
	const { config, store, log, now, process } = given;
	if (config.collections.length === 0) return undefined;
	const map = new CollectionMap(config.collections);
	const ids = config.collections.map(({ id }) => id);
	const opened = new OpenCollections<OpenedDesk>({
		open: (id) => openCollection(id, given),
		most: config.mostOpen,
		...{ log, now },
	});
	const use: ServedCollections["use"] = (id, work) =>
		id === config.collection ? work(own) : opened.use(id, work);
	const { say } = own.app;
	const desk = createCollectionsDesk({
		...{ map, say, whileAsked },
		at: (id, work) => use(id, (at) => work(at.desk)),
		isOpen: (id) => id === config.collection || opened.isOpen(id),
		settings: new SettingsCommand(store.settings, say),
		once: new Once(store.inbox, process, now, log),
	});
	const writerOf =
		(id: string): Writer =>
		async (subscription, day) => {
			if (map.of(subscription.place) === id)
				return use(id, ({ digests }) => digests.write(subscription, day));
			await store.of(id).subscriptions.change(subscription.id, { paused: "moved" });
			throw new IsnadError(
				"not_supported",
				"Another collection answers where this digest is told.",
			);
		};
	const deliverOne = async (id: string, posters: DigestParts["posters"]) => {
		const scoped = store.of(id);
		const paused = await pauseMoved(scoped.subscriptions, id, map).catch((error) => {
			const { code } = asIsnadError(error);
			log("warn", "Digests of places that moved could not be paused.", { collection: id, code });
			return 0;
		});
		if (paused > 0)
			log("warn", "Digests were paused: another collection answers in their places.", {
				collection: id,
				count: paused,
			});
		return deliverDigests({ store: scoped, posters, write: writerOf(id), say, now, log });
	};
	return {
		...{ desk, ids, use },
		deliver(posters) {
			const delivering = [config.collection, ...ids].map((id) => deliverOne(id, posters));
			const tending = tendSources({
				...{ ids, sleep, now, log },
				sourcesOf: (id) => store.of(id).sources,
				isOpen: (id) => opened.isOpen(id),
				isWanted: () => opened.isWanted,
				use: (id, work) => use(id, work),
			});
			return {
				async stop() {
					await tending.stop();
					await Promise.all(delivering.map(async (one) => (await one).stop()));
				},
			};
		},
		close: () => opened.close(),
	};
}

/** An open one looks at its sources by itself. */
async function openCollection(id: string, { config, store, ...given }: Given): Promise<OpenedDesk> {
	const desk = await openWholeDesk({
		...given,
		config: settingsOf(config, id),
		store: store.of(id),
	});
	desk.live.start();
	given.log("info", "A collection was opened.", {
		collection: id,
		articles: desk.app.corpus.articles.length,
	});
	return desk;
}
