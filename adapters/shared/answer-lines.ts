import type {
	Answer,
	AnswerItem,
	Citation,
	ClaimItem,
	Counterpart,
	EventItem,
	PassageItem,
	SourceItem,
} from "../../src/domain/answer.ts";
import type { Claim } from "../../src/domain/article.ts";
import type { Say } from "../../src/domain/messages.ts";
import { type Language, languages } from "../../src/domain/sets/languages.ts";
import { clean, cleanLine, hasArabic, inLine } from "./clean.ts";
import { dateText } from "./dates.ts";

/** One line of an answer: one language, whatever the platform makes of it. */
export type BlockLine = {
	role: "heading" | "who" | "quote" | "context" | "place" | "counter" | "note" | "count";
	text: string;
	/** Of the line itself: quotations keep their own. */
	language: Language;
	/** For `quote`: whether the words are the source's, and belong in quotation marks. */
	verbatim?: boolean;
	/** Set off by so many steps: a counterpart stands under its claim. */
	indent: number;
	/** The page behind a `place`. */
	url?: string;
};

/** Claims shown against one claim; how many more there are is said. */
const mostRivals = 2;

/** A numbered source; the number counts on over the pages. */
export type Block = {
	number: number;
	lines: BlockLine[];
	/** Of the part of a digest that begins here, or that the page goes on with. */
	title?: BlockLine;
};

export type Blocks = {
	language: Language;
	heading: BlockLine;
	blocks: Block[];
	notes: BlockLine[];
};

/** An answer as numbered blocks of lines; nothing is shortened here. */
export function blocksOf(answer: Answer, say: Say): Blocks {
	const { language } = answer;
	const line = (role: BlockLine["role"], text: string): BlockLine => ({
		role,
		text: cleanLine(text),
		language,
		indent: 0,
	});
	return {
		language,
		heading: line("heading", answer.heading),
		blocks: answer.items.map((item, at) => {
			const title = titleAt(answer, at);
			return {
				number: answer.offset + at + 1,
				lines: itemLines(item, language, say),
				...(title === undefined ? {} : { title: line("heading", title) }),
			};
		}),
		notes: [...new Set([...answer.notes, ...standingNotes(answer, say)])].map((text) =>
			line("note", text),
		),
	};
}

function titleAt({ sections = [], offset }: Answer, at: number): string | undefined {
	const section = sections.findLast((each) => each.at <= offset + at);
	return at === 0 || section?.at === offset + at ? section?.title : undefined;
}

function standingNotes({ items, language, command }: Answer, say: Say): string[] {
	// A digest says itself that there is nothing new.
	if (items.length === 0 && command === "digest") return [];
	if (items.length === 0) return [say(language, "note.nothing")];
	const ours = items.some((item) => item.kind !== "source" && item.rendering === "paraphrase");
	return ours ? [say(language, "note.paraphrased")] : [];
}

function itemLines(item: AnswerItem, language: Language, say: Say): BlockLine[] {
	if (item.kind === "source") return sourceLines(item, language, say);
	const { citation } = item;
	const lines = [
		plain("who", whoText(item, language, say), language),
		quoteLine(item, 0),
		placeLine(citation, language, say, 0),
	];
	for (const other of item.alsoIn ?? []) {
		const place = placeLine(other, language, say, 0);
		lines.push({ ...place, text: `${say(language, "also_in")} ${place.text}` });
	}
	if (item.kind === "event") return lines;
	if (item.kind === "claim" && item.gone)
		lines.splice(1, 0, plain("counter", say(language, `gone.${item.gone}`), language));
	const rivals = item.contradictedBy ?? [];
	for (const rival of rivals.slice(0, mostRivals))
		lines.push(...counterLines(rival, language, say));
	const count = rivals.length - mostRivals;
	if (count > 0)
		lines.push({
			...plain("count", say(language, "contradiction.more", { count }), language),
			indent: 1,
		});
	return lines;
}

function plain(role: BlockLine["role"], text: string, language: Language): BlockLine {
	return { role, text, language, indent: 0 };
}

const dot = " · ";

function whoText(item: ClaimItem | PassageItem | EventItem, language: Language, say: Say): string {
	if (item.kind === "event") {
		const parts = [dateText(item.event.date, language, say)];
		if (item.event.planned) parts.push(say(language, "planned"));
		return [...parts, outletText(item.citation, language, say)].join(dot);
	}
	if (item.claim) return claimText(item.claim, item.citation, language, say);
	const parts = [outletText(item.citation, language, say)];
	const event = item.kind === "passage" ? item.event?.date : undefined;
	const { published } = item.citation;
	if (event?.value) parts.push(dateText(event, language, say));
	else if (published.value === null) parts.push(say(language, "date.unknown"));
	else parts.push(say(language, "date.on_page", { date: dateText(published, language, say) }));
	return parts.join(dot);
}

/** Speaker, act word, who relayed it, outlet, day: "Janet Yellen warns · via Reuters · …". */
function claimText(claim: Claim, citation: Citation, language: Language, say: Say): string {
	const name = inLine(claim.speaker.label?.[language] ?? claim.speaker.name, language);
	const act = say(language, `act.${claim.act}`);
	const said = claim.hedged ? `${act} (${say(language, "hedged")})` : act;
	const parts = [language === "ar" ? `${name}: ${said}` : `${name} ${said}`];
	const via = claim.via.map((each) => inLine(each, language));
	if (via.length > 0)
		parts.push(say(language, "via", { names: via.join(languages[language].comma) }));
	parts.push(outletText(citation, language, say), dateText(claim.saidOn, language, say));
	return parts.join(dot);
}

function outletText({ outlet }: Citation, language: Language, say: Say): string {
	return outlet ? inLine(outlet, language) : say(language, "outlet.unknown");
}

function quoteLine(
	{ quote, rendering }: { quote: string; rendering: "verbatim" | "paraphrase" },
	indent: number,
): BlockLine {
	const text = clean(quote);
	return {
		role: "quote",
		text,
		language: hasArabic(text) ? "ar" : "en",
		verbatim: rendering === "verbatim",
		indent,
	};
}

export function placeLine(
	citation: Citation,
	language: Language,
	say: Say,
	indent: number,
): BlockLine {
	const { title, file, line, start, end, published, url } = citation;
	const where =
		start === null || end === null
			? say(language, "where", { file: inLine(file, language), line })
			: say(language, "where_span", { file: inLine(file, language), line, start, end });
	const parts = [
		title ? inLine(title, language) : say(language, "title.unknown"),
		dateText(published, language, say),
		where,
	];
	return { role: "place", text: parts.join(dot), language, indent, ...(url ? { url } : {}) };
}

function counterLines(rival: Counterpart, language: Language, say: Say): BlockLine[] {
	// Beside a denial stands what it denies.
	const kind = rival.kind === "denial" && rival.claim.act !== "denies" ? "denied" : rival.kind;
	const label = say(language, `contradiction.${kind}.${rival.strength}`);
	const who = claimText(rival.claim, rival.citation, language, say);
	return [
		{ ...plain("counter", `${label} ${who}`, language), indent: 1 },
		quoteLine(rival, 1),
		{ ...plain("context", clean(rival.why[language]), language), indent: 1 },
		placeLine(rival.citation, language, say, 1),
	];
}

function sourceLines({ article, counts }: SourceItem, language: Language, say: Say): BlockLine[] {
	const { title, outlet, published, url, reprints = [] } = article;
	const elsewhere = reprints.flatMap((place) => place.outlet ?? place.url ?? []);
	const amounts = (["passages", "claims", "events"] as const).map((kind) =>
		say(language, `count.${kind}`, { count: counts[kind] }),
	);
	const name = title ? clean(title) : say(language, "title.unknown");
	const place = [
		outlet ? inLine(outlet, language) : say(language, "outlet.unknown"),
		dateText(published, language, say),
		amounts.join(languages[language].comma),
	].join(dot);
	return [
		plain("who", name, hasArabic(name) ? "ar" : "en"),
		{ ...plain("place", place, language), ...(url ? { url } : {}) },
		...(elsewhere.length > 0 ? [plain("note", alsoIn(elsewhere, language, say), language)] : []),
	];
}

function alsoIn(names: readonly string[], language: Language, say: Say): string {
	const list = names.map((name) => inLine(name, language)).join(languages[language].comma);
	return `${say(language, "also_in")} ${list}`;
}
