/** How fast one process posts what nobody waits for: digests. */
export type Rate = {
	/** Milliseconds between two messages in one channel. */
	channelMs: number;
	/** Milliseconds between two messages anywhere. */
	anywhereMs: number;
	/** Deliveries in hand at once. */
	atOnce: number;
};

type PlatformRow = {
	/** Whoever writes there sits at the machine: no limit of questions, every right. */
	own: boolean;
	rate: Rate;
	/** Whether the ids of a place tell that it is a person's own conversation with the bot. */
	isDirect(place: { space: string | null; channel: string }): boolean;
};

/**
 * Where people talk to the bot. Digests fall due on each of them that has a poster. Slack allows a
 * message a second in a channel and "several hundred" a minute in a workspace (docs.slack.dev, rate
 * limits). Discord allows 50 requests a second and five messages in five seconds in a channel; half
 * of it is left to answers and to a second process.
 */
export const platforms = {
	slack: {
		own: false,
		rate: { channelMs: 1_100, anywhereMs: 200, atOnce: 4 },
		isDirect: ({ channel }) => channel.startsWith("D"),
	},
	discord: {
		own: false,
		rate: { channelMs: 1_100, anywhereMs: 50, atOnce: 8 },
		isDirect: ({ space }) => space === null,
	},
	console: {
		own: true,
		rate: { channelMs: 0, anywhereMs: 0, atOnce: 1 },
		isDirect: () => true,
	},
} as const satisfies Record<string, PlatformRow>;

export type PlatformName = keyof typeof platforms;
export const platformNames = Object.keys(platforms) as PlatformName[];
