import type {
	Exported,
	ExportedAttribution,
	ExportedClaim,
	ExportedEvent,
	ExportedFigure,
	ExportedPlace,
} from "../../src/domain/exported.ts";
import type { ExportKind } from "../../src/domain/sets/export-formats.ts";
import { cellOf, listCell } from "./csv-cells.ts";

/** A column: its name, and its cell, which is safe in a spreadsheet. */
type Column<T> = [name: string, cell: (record: T) => string];

/** A text of an article or a person. */
const text = (value: string | null | undefined) => cellOf(value ?? "");
/** A number of ours: one below zero is no formula. */
const number = (value: number | null) => (value === null ? "" : String(value));
const flag = (value: boolean) => (value ? "yes" : "no");
const list = (values: readonly string[]) => cellOf(listCell(values));

type Told = { said: (ExportedAttribution & { id: string }) | null };

const chain = <T>(of: (record: T) => ExportedAttribution | null): Column<T>[] => [
	["speaker", (record) => text(of(record)?.speaker.name)],
	["speaker_kind", (record) => of(record)?.speaker.kind ?? ""],
	["speaker_en", (record) => text(of(record)?.speaker.label?.en)],
	["speaker_ar", (record) => text(of(record)?.speaker.label?.ar)],
	["act", (record) => of(record)?.act ?? ""],
	["hedged", (record) => (of(record) ? flag(of(record)?.hedged ?? false) : "")],
	["via", (record) => list(of(record)?.via ?? [])],
];

const saidOn = <T>(of: (record: T) => ExportedAttribution | null): Column<T>[] => [
	["said_on", (record) => of(record)?.saidOn.value ?? ""],
	["said_on_precision", (record) => of(record)?.saidOn.precision ?? ""],
	["said_on_basis", (record) => of(record)?.saidOn.basis ?? ""],
];

const place: Column<ExportedPlace>[] = [
	["outlet", ({ article }) => text(article.outlet)],
	["quotation", ({ quote }) => text(quote)],
	["rendering", ({ rendering }) => rendering],
	["machine_translation", ({ gloss }) => text(gloss)],
	["file", ({ file }) => text(file)],
	["line", ({ line }) => number(line)],
	["start", ({ start }) => number(start)],
	["end", ({ end }) => number(end)],
	["end_line", ({ endLine }) => number(endLine)],
	["article", ({ article }) => article.id],
	["title", ({ article }) => text(article.title)],
	["url", ({ article }) => text(article.url)],
	["language", ({ article }) => article.language],
	["published", ({ article }) => article.published.value ?? ""],
	["published_basis", ({ article }) => article.published.basis],
	["article_standing", ({ article }) => article.standing ?? ""],
	["reader", ({ reader }) => text(reader)],
];

const ofSaid = <T extends Told>({ said }: T) => said;
const ofClaim = (claim: ExportedClaim) => claim;

const claims: Column<ExportedClaim>[] = [
	["id", ({ id }) => text(id)],
	...chain(ofClaim),
	...saidOn(ofClaim),
	...place,
	["sureness", ({ sureness }) => sureness],
	["confidence", ({ confidence }) => number(confidence)],
	["contradicted_by", ({ contradictedBy }) => list(contradictedBy.map(({ id }) => id))],
	["contradicted_how", ({ contradictedBy }) => list(contradictedBy.map(({ kind }) => kind))],
	["operator_set", ({ corrected }) => list(corrected)],
	["publisher_corrections", ({ corrections }) => list(corrections.map(({ quote }) => quote))],
];

const events: Column<ExportedEvent>[] = [
	["id", ({ id }) => text(id)],
	["day", ({ date }) => date.value ?? ""],
	["day_precision", ({ date }) => date.precision],
	["day_basis", ({ date }) => date.basis],
	["day_in_words", ({ date }) => text(date.expression)],
	["planned", ({ planned }) => flag(planned)],
	["claim", ({ said }) => text(said?.id)],
	...chain<ExportedEvent>(ofSaid),
	...place,
];

const figures: Column<ExportedFigure>[] = [
	["value", ({ value }) => number(value)],
	["unit", ({ unit }) => text(unit)],
	["qualifier", ({ qualifier }) => text(qualifier)],
	["claim", ({ said }) => text(said?.id)],
	...chain<ExportedFigure>(ofSaid),
	...saidOn<ExportedFigure>(ofSaid),
	...place,
];

const columns = { claims, events, figures };

/** The names of the columns of a kind, in their order. */
export function headOf(kind: ExportKind): string[] {
	return columns[kind].map(([name]) => name);
}

/** The cells of a record, in the order of `headOf`. */
export function cellsOf(record: Exported): string[] {
	if (record.kind === "claims") return claims.map(([, cell]) => cell(record));
	if (record.kind === "events") return events.map(([, cell]) => cell(record));
	return figures.map(([, cell]) => cell(record));
}
