/** Where segments are kept. Errors: those of the system. */
export interface SegmentFiles {
	/** Null where there is none. */
	read(name: string): Promise<Uint8Array | null>;
	/** Whole or not at all, and to stay: also over a file of that name. */
	write(name: string, bytes: Uint8Array): Promise<void>;
	/** Nothing happens where there is none. */
	remove(name: string): Promise<void>;
	list(): Promise<string[]>;
}
