/** What leaves for other programs: one row a kind of record. */
export const exportKinds = ["claims", "events", "figures"] as const;
export type ExportKind = (typeof exportKinds)[number];

type FormatRow = {
	/** Which records it can hold. Citations are of the articles that the records stand in. */
	of: readonly ExportKind[];
	/** Its own name, the same in every language. */
	label: string;
	/** Of HTTP. */
	type: string;
	/** Of the file's name, without the dot. */
	extension: string;
	/** Whether a machine's translation has a place of its own in it. */
	hasGlosses?: true;
};

/** The forms of an export. One row a format; how it is written stands in `adapters/export`. */
export const exportFormats = {
	csv: {
		of: exportKinds,
		label: "CSV",
		type: "text/csv; charset=utf-8; header=present",
		extension: "csv",
		hasGlosses: true,
	},
	jsonl: {
		of: exportKinds,
		label: "JSON Lines",
		type: "application/jsonl; charset=utf-8",
		extension: "jsonl",
		hasGlosses: true,
	},
	jsonld: {
		of: ["claims"],
		label: "JSON-LD",
		type: "application/ld+json; charset=utf-8",
		extension: "jsonld",
	},
	ris: {
		of: exportKinds,
		label: "RIS",
		type: "application/x-research-info-systems; charset=utf-8",
		extension: "ris",
	},
	csl: {
		of: exportKinds,
		label: "CSL-JSON",
		type: "application/vnd.citationstyles.csl+json; charset=utf-8",
		extension: "csl.json",
	},
	atom: {
		of: ["claims"],
		label: "Atom",
		type: "application/atom+xml; charset=utf-8",
		extension: "atom",
	},
} as const satisfies Record<string, FormatRow>;

export type ExportFormat = keyof typeof exportFormats;
export const exportFormatKeys = Object.keys(exportFormats) as ExportFormat[];

/** Whether a format can hold records of this kind. */
export function holdsKind(format: ExportFormat, kind: ExportKind): boolean {
	const row: FormatRow = exportFormats[format];
	return row.of.includes(kind);
}

export function holdsGlosses(format: ExportFormat): boolean {
	const row: FormatRow = exportFormats[format];
	return row.hasGlosses ?? false;
}
