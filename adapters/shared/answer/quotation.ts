import type { ToldClaim } from "../../../src/domain/answer.ts";
import { dayText } from "../../../src/domain/day-text.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Quotation } from "../../../src/domain/quotation.ts";
import { clean, hasArabic } from "../clean.ts";
import { type BlockLine, pageOf, plain } from "./block-line.ts";
import { dot, placeLine, quoteLine, shortPlaceLine } from "./cited-lines.ts";
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
	for (const passage of passages) {
		const near = nearOf(passage);
		if (!near) continue;
		const { text, quoted, line } = passage;
		const [before, words, behind] = near.map(clean);
		const shown = quoted ? [before, marks[0], words, marks[1], behind].join("") : words;
		// The whole passage is cited where no part of one is marked: it is set off from its neighbours.
		const isCited = !isMarked && line === citation.line;
		out.push({
			role: quoted ? "quote" : "context",
			text: shown ?? "",
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

/**
 * What is shown of a passage: before the quoted words, these, and behind them, cut where `near` is, with a
 * mark; of one without quoted words all is the second. Null where nothing of it is shown.
 */
export function nearOf({
	text,
	quoted,
	near = { from: 0, to: text.length },
}: Quotation["passages"][number]): [before: string, words: string, behind: string] | null {
	if (near === null) return null;
	const open = near.from > 0 ? "… " : "";
	const close = near.to < text.trimEnd().length ? " …" : "";
	if (!quoted) return ["", open + text.slice(near.from, near.to) + close, ""];
	return [
		open + text.slice(near.from, quoted.from),
		text.slice(quoted.from, quoted.to),
		text.slice(quoted.to, near.to) + close,
	];
}

/** Claims against it whose words are told too: more would be further away than a screen. */
const mostInWords = 2;

/** Its gloss, who said it and when, also where that is not known, and all that stands against it, each with its place. */
export function saidLines(
	{ language, citation, said, gloss, against = [] }: Quotation,
	say: Say,
): BlockLine[] {
	const spoken = (claim: ToldClaim) => {
		const { name, act } = whoSaid(claim, language, say, true);
		return name + act;
	};
	return [
		...(gloss ? [glossLine(gloss, say)] : []),
		...(said ? [plain("context", spoken(said), language)] : []),
		...against.flatMap((rival, at) => {
			const head = `${say(language, "contradiction.arrow")} ${spoken(rival.claim)}`;
			// Of the article that stands above only the line need be told.
			const place =
				rival.citation.article === citation.article
					? shortPlaceLine(rival.citation, language, say, 1)
					: placeLine(rival.citation, language, say, 1);
			if (at >= mostInWords)
				return [
					{ ...plain("counter", head + dot + place.text, language), ...pageOf(rival.citation) },
				];
			return [
				plain("counter", head, language),
				quoteLine(rival, 1),
				...(rival.gloss ? [{ ...glossLine(rival.gloss, say), indent: 1 }] : []),
				{ ...plain("context", clean(rival.why[language]), language), indent: 1 },
				place,
			];
		}),
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
