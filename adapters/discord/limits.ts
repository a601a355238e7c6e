/**
 * Discord's limits, in the one place where the adapter knows them. Lengths are in UTF-16 units,
 * which are never fewer than the characters that Discord counts.
 */
export const limits = {
	/** Components of a message, nested ones counted. Component reference, "Components V2". */
	components: 40,
	/** Characters of all text displays of a message together. The same page. */
	text: 4_000,
	/** Component reference, "Custom ID". */
	customId: 100,
	/** Component reference, "Button". */
	buttonLabel: 80,
	/** Buttons of an action row. Component reference, "Action Row". */
	rowButtons: 5,
	/** Component reference, "String Select". */
	selectPlaceholder: 150,
	/** Interaction reference, "Modal". */
	modalTitle: 45,
	/** Component reference, "Label". */
	fieldLabel: 45,
	/** Component reference, "Text Input": what is shown in an empty field. */
	placeholder: 100,
	/** Options of a select; choices of an autocomplete: application command reference. */
	choices: 25,
	/** Name and value of a choice. Application command reference. */
	choice: 100,
	/** Description of a command or an option. The same page. */
	description: 100,
	/** Message resource, "Create Message". */
	nonce: 25,
	/** Messages of a page of a channel's history. Message resource, "Get Channel Messages". */
	historyPage: 100,
	/** Of a picture. Component reference, "Media Gallery". */
	mediaDescription: 1_024,
	/** Milliseconds until the first response to an interaction. Interaction reference. */
	firstResponseMs: 3_000,
} as const;

/**
 * Error codes of Discord that the adapter tells apart. Topics, "Opcodes and Status Codes", JSON
 * error codes.
 */
export const codes = {
	unknownChannel: 10_003,
	unknownMessage: 10_008,
	unknownWebhook: 10_015,
	unknownInteraction: 10_062,
	alreadyAcknowledged: 40_060,
	missingAccess: 50_001,
	cannotMessagePerson: 50_007,
	missingPermissions: 50_013,
	invalidWebhookToken: 50_027,
	invalidForm: 50_035,
	threadArchived: 50_083,
	cannotReply: 160_002,
} as const;
