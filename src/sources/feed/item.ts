/** An item of a feed, whatever its format. */
export type FeedItem = {
	/** The feed's own id for it, else its address. */
	key: string;
	/** Absolute; null where it has none. */
	address: string | null;
	title: string | null;
	/** The day in the feed's own time zone: `2025-06-10`, or in the feed's own words. */
	published: string | null;
	/** What the feed has beside the title, as one line of at most 500 characters; null where nothing. */
	summary: string | null;
	/** HTML or text of the whole article; null where the feed has less than that. */
	content: string | null;
	/** Another one means that the feed says something else of it. */
	mark: string;
};

export type Feed = {
	title: string | null;
	/** In the feed's order, each key once. */
	items: FeedItem[];
	/** How long the feed wants to be left alone, in milliseconds. */
	restMs: number | null;
};
