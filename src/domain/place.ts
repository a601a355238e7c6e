import type { PlatformName } from "./sets/platforms.ts";

/** Where something is said; ids are the platform's own and opaque to the core. */
export type Place = {
	platform: PlatformName;
	/** Workspace or guild; null in direct messages that belong to none. */
	space: string | null;
	channel: string;
	/** The thread inside the channel, where there is one. */
	thread: string | null;
};
