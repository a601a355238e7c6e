/** What the state keeps, by what one row of it is. What becomes of one is the text `damaged.row.…`. */
export const rowKinds = [
	"subscription",
	"delivery",
	"view",
	"thread",
	"source",
	"source_item",
	"change",
	"setting",
	"feedback",
	"token",
] as const;
export type RowKind = (typeof rowKinds)[number];

/** A row that cannot be read: it is left out of everything, and the others go on without it. */
export type DamagedRow = {
	kind: RowKind;
	/** Its key, as it is stored: untrusted text. */
	id: string;
	/** Which of its fields cannot be read. */
	field: string;
};
