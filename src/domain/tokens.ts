/** What lets another program ask. Its secret is nowhere: only a hash of it is kept. */
export type Token = {
	/** The part of it that is no secret: 10 characters of a-z and 0-9. */
	id: string;
	/** What the operator calls the program that holds it. */
	name: string;
	/** SHA-256 of the secret, hex. */
	hash: string;
	/** Milliseconds since the epoch. */
	createdAt: number;
	/** The last ISO day (UTC) on which it holds; null: until it is revoked. */
	expires: string | null;
	revokedAt: number | null;
	/** The last ISO day (UTC) on which somebody asked with it. */
	lastUsed: string | null;
};

/** Longer names tell nobody more. */
export const longestTokenName = 60;

/** Tokens that operators gave to programs. Errors: `store_*`. */
export interface TokenStore {
	/** False where one of that id is there, or one of that name that was not revoked. */
	add(token: Token): Promise<boolean>;
	/** Null where there is none, or where it cannot be read: then it opens nothing. */
	get(id: string): Promise<Token | null>;
	/** In the order in which they were made, those that were revoked among them. */
	list(): Promise<Token[]>;
	/** Whether one was ever made, also where it was revoked or cannot be read. */
	any(): Promise<boolean>;
	/** False where there is none of that id that still holds. */
	revoke(id: string, at: number): Promise<boolean>;
	/** Keeps the day on which it was used, the latest one. */
	used(id: string, day: string): Promise<void>;
}
