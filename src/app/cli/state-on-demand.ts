import type { CommandFamily } from "../../desk/commands.ts";
import { verbIn } from "../../sources/verbs.ts";
import type { App } from "../serving/app.ts";
import type { Call } from "./call.ts";

type Kept = Record<"digests" | "sources", CommandFamily> & { close(): Promise<void> };

/**
 * Digests and sources for a console that answers a line or two: the state is opened when a command
 * asks for it, so that no question waits for it.
 */
export function keptFamilies({ config, log, io: { now } }: Call, app: App): Kept {
	let opening: ReturnType<typeof open> | undefined;
	const open = async () => {
		const [{ openStore }, { openDigests }, { openLiveSources }] = await Promise.all([
			import("../../storage/open.ts"),
			import("../serving/digests.ts"),
			import("../live/live-sources.ts"),
		]);
		const store = await openStore(config, { log, now });
		const live = await openLiveSources({ app, config, store, log, now });
		return { store, live, digests: openDigests({ app, store, now }).commands };
	};
	const opened = () => {
		opening ??= open();
		return opening;
	};
	return {
		digests: {
			isOpen: () => true,
			run: async (...asked) => (await opened()).digests.run(...asked),
		},
		sources: {
			isOpen: () => true,
			handles: (text) => verbIn(text, app.say) !== null,
			run: async (...asked) => (await opened()).live.commands.run(...asked),
		},
		async close() {
			const kept = await opening?.catch(() => undefined);
			await kept?.live.close();
			await kept?.store.close();
		},
	};
}
