/** Types of blocks that a server is too old to know, and how many messages it refused for them. */
export class UnknownBlocks {
	types: ReadonlySet<string> = new Set();
	refused = 0;

	/** What is unknown of these blocks, as Slack words it. */
	of(blocks: readonly { type?: unknown }[]): string[] {
		const unknown = blocks.map(({ type }) => String(type)).filter((type) => this.types.has(type));
		if (unknown.length > 0) this.refused++;
		return unknown.map((type) => `unsupported block ${type}`);
	}
}
