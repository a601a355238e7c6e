import type { ExportedClaim } from "../../src/domain/exported.ts";
import { languages } from "../../src/domain/sets/languages.ts";
import { clean } from "../shared/clean.ts";
import { dateText } from "../shared/dates.ts";
import type { WriterParts } from "./format-writer.ts";

type Told = Pick<WriterParts, "language" | "say">;

/** Where a claim stands, on one line: the chain from who says it to who printed it, article, day, place. */
export function citationText(claim: ExportedClaim, { language, say }: Told): string {
	const { article, via, file, line } = claim;
	return say(language, "export.citation", {
		chain: [speakerName(claim, language), ...via].map(clean).join(" › "),
		outlet: clean(article.outlet ?? say(language, "outlet.unknown")),
		title: clean(article.title ?? say(language, "title.unknown")),
		day: dateText(article.published, language, say),
		...{ file: clean(file), line },
	});
}

/** As a reader of this language knows the speaker. */
export function speakerName({ speaker }: ExportedClaim, language: WriterParts["language"]): string {
	return speaker.label?.[language] ?? speaker.name;
}

/** What an operator has set in a claim; null where that is nothing. */
export function operatorNote({ corrected }: ExportedClaim, { language, say }: Told): string | null {
	if (corrected.length === 0) return null;
	const fields = corrected.map((field) => say(language, `correction.field.${field}`));
	return say(language, "note.operator_set", { fields: fields.join(languages[language].comma) });
}
