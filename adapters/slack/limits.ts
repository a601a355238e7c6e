/**
 * Slack's limits as its documentation gives them, texts in UTF-16 units. Where it is silent the
 * number was measured by others and the source is named.
 */
export const limits = {
	/** Commands, clicks and events: acknowledged within, in milliseconds. */
	acknowledgeMs: 3_000,
	/** A message. Block Kit, "Blocks". */
	blocks: 50,
	/**
	 * Of the blocks of a message as JSON. Undocumented: bolt-js issue 2509 met `msg_blocks_too_long`
	 * between 13,172 and 13,297 characters, structure included. Bytes are counted here, so that it
	 * holds however Slack counts Arabic letters.
	 */
	messageBytes: 12_000,
	/** The thumbs under an answer come on top of it: both stay below what was measured. */
	voteBytes: 800,
	/** Texts of one block: a section's limit, kept for rich text too, for which none is given. */
	blockText: 3_000,
	headerText: 150,
	/** Of a cell of a table: far below what a message of them may hold, and no cell is read that is longer. */
	cellText: 1_500,
	actionElements: 25,
	buttonText: 75,
	options: 100,
	optionText: 75,
	placeholderText: 150,
	viewTitle: 24,
	/** Of a field of a form. */
	inputText: 200,
	/** `private_metadata` of a form. */
	metadataText: 3_000,
	/** An address in a link. */
	url: 3_000,
	/** The text beside the blocks, for notifications: longer ones are of no use. */
	fallbackText: 300,
	prompts: 4,
	/** `response_url`: messages, and how long it may be used. */
	responseUses: 5,
	responseMs: 30 * 60_000,
	/** One message a second a channel. Web API, "Rate limits". */
	channelGapMs: 1_000,
	/** How far the clock of a signed request may be off, either way. */
	signatureMs: 5 * 60_000,
} as const;
