import type { Claim } from "../../src/domain/article.ts";
import { dayText } from "../../src/domain/day-text.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Quotation } from "../../src/domain/quotation.ts";
import { type BlockLine, plain } from "./block-line.ts";
import { placeLine, quoteLine } from "./cited-lines.ts";
import { clean, hasArabic } from "./clean.ts";
import { type PlaceOf, pastLines } from "./past-lines.ts";
import { glossLine } from "./readers-lines.ts";
import { whoSaid } from "./who-said.ts";

/** Marks that set the quoted words off inside their passage, on platforms without a style of their own. */
const marks = ["⟦", "⟧"] as const;

/** A quotation where it stands: a heading, its passage between its neighbours, and the place. */
export function quotationLines(quotation: Quotation, number: number, say: Say): BlockLine[] {
	const { language, passages, citation, rendering } = quotation;
	const out: BlockLine[] = [
		{ role: "heading", text: say(language, "quotation.heading", { number }), language, indent: 0 },
	];
	const isMarked = passages.some(({ quoted }) => quoted);
	for (const { text, quoted, line } of passages) {
		const shown = quoted
			? [
					clean(text.slice(0, quoted.from)),
					marks[0] + clean(text.slice(quoted.from, quoted.to)) + marks[1],
					clean(text.slice(quoted.to)),
				].join("")
			: clean(text);
		// The whole passage is cited where no part of one is marked: it is set off from its neighbours.
		const isCited = !isMarked && line === citation.line;
		out.push({
			role: quoted ? "quote" : "context",
			text: shown,
			language: hasArabic(text) ? "ar" : "en",
			indent: isCited ? 1 : 0,
		});
	}
	out.push(placeLine(citation, language, say, 0));
	out.push(...saidLines(quotation, say), ...changeLines(quotation, say));
	const note = rendering === "paraphrase" ? "note.paraphrased" : "quotation.verbatim";
	out.push({ role: "note", text: say(language, note), language, indent: 0 });
	return out;
}

/** Its gloss, who said it and when, also where that is not known, and all that stands against it, each with its place. */
export function saidLines(
	{ language, said, gloss, against = [] }: Quotation,
	say: Say,
): BlockLine[] {
	const spoken = (claim: Claim) => {
		const { name, act } = whoSaid(claim, language, say, true);
		return name + act;
	};
	return [
		...(gloss ? [glossLine(gloss, say)] : []),
		...(said ? [plain("context", spoken(said), language)] : []),
		...against.flatMap((rival) => [
			plain("counter", `${say(language, "contradiction.arrow")} ${spoken(rival.claim)}`, language),
			quoteLine(rival, 1),
			...(rival.gloss ? [{ ...glossLine(rival.gloss, say), indent: 1 }] : []),
			{ ...plain("context", clean(rival.why[language]), language), indent: 1 },
			placeLine(rival.citation, language, say, 1),
		]),
	];
}

/** That the words are those of an earlier version, what stands there now, and what became of the article. */
export function changeLines(quotation: Quotation, say: Say): BlockLine[] {
	const { language, changed } = quotation;
	const place: PlaceOf = (citation) => placeLine(citation, language, say, 1);
	if (!changed) return pastLines(quotation, language, say, place);
	const date = dayText(changed.until, language);
	return [
		plain("counter", say(language, "quotation.changed", { date }), language),
		...(changed.now === null
			? []
			: [
					plain("counter", say(language, "gone.now"), language),
					quoteLine({ quote: changed.now, rendering: "verbatim" }, 1),
				]),
		...pastLines(quotation, language, say, place),
	];
}
