type PlatformRow = {
	/** Whoever writes there sits at the machine: no limit of questions, every right. */
	own: boolean;
};

/** Where people talk to the bot. Digests fall due on each of them that has a poster. */
export const platforms = {
	slack: { own: false },
	discord: { own: false },
	console: { own: true },
} as const satisfies Record<string, PlatformRow>;

export type PlatformName = keyof typeof platforms;
export const platformNames = Object.keys(platforms) as PlatformName[];
