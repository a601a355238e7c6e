import { isParagraph, type MarkedLine, type Measure } from "../marks.ts";

/** A part between a skip link and its end: a box of stories, a podcast, a newsletter. */
const longestSkip = 40;
/** Headlines under "read also"; a longer row is no box of links. */
const longestBlock = 12;
/** A line under a label that is longer is no headline. */
const longestHeadline = 25;
/** After the page's end label, a body that goes on must be this large a share of what came before. */
const resumedShare = 0.3;

/** Marks the lines that a skip link, a label or the end of the page sets apart from the body. */
export function markBlocks(lines: MarkedLine[], measure: Measure): void {
	markSkips(lines, measure);
	for (let i = 0; i < lines.length; i++)
		if (lines[i]?.mark === "block") markBlock(lines, i, measure);
	markEnding(lines, measure);
}

function markSkips(lines: MarkedLine[], measure: Measure): void {
	for (let i = 0; i < lines.length; i++) {
		if (lines[i]?.mark !== "skipOpen") continue;
		let close = -1;
		for (let j = i + 1; j < Math.min(lines.length, i + longestSkip); j++) {
			if (lines[j]?.mark === "skipClose" || lines[j]?.mark === "skipOpen") {
				close = j;
				break;
			}
		}
		// Without its end, the box reaches as far as lines that are no paragraphs.
		const found = close > 0 && lines[close]?.mark === "skipClose";
		for (let j = i + 1; j < (close > 0 ? close : i + longestSkip); j++) {
			const line = lines[j];
			if (!line || (!found && isParagraph(line, measure))) break;
			line.mark ??= "related";
		}
	}
	// An end without a beginning is a line of the article that happens to read so.
	let open = false;
	for (const line of lines) {
		if (line.mark === "skipOpen") open = true;
		else if (line.mark === "skipClose") {
			if (!open) line.mark = null;
			open = false;
		}
	}
}

/** "Read also" alone on its line: the headlines after it, up to the next paragraph. */
function markBlock(lines: MarkedLine[], label: number, measure: Measure): void {
	const first = lines[label + 1];
	if (isFilled(lines[label]) && !lines.slice(0, label).some((line) => isStory(line, measure)))
		return;
	// Where the box has no blank lines inside and one after it, that one ends it.
	const close = first !== undefined && !first.gapBefore;
	for (let j = label + 1; j < Math.min(lines.length, label + 1 + longestBlock); j++) {
		const line = lines[j];
		if (!line || line.mark === "block" || line.mark === "ending") return;
		if (close && line.gapBefore) return;
		if (line.words.length > longestHeadline) return;
		if (isParagraph(line, measure) && !line.item && line.ending === "stop") return;
		if (line.heading && !line.item && j > label + 1) return;
		line.mark ??= "related";
	}
}

/** "Categories: Campus, News" says what it has to say itself: above the article, no box follows. */
function isFilled(label: MarkedLine | undefined): boolean {
	return /^[^:：]{2,40}[:：]\s*\S/u.test(label?.text ?? "");
}

function isStory(line: MarkedLine, measure: Measure): boolean {
	return line.mark === null && isParagraph(line, measure);
}

function markEnding(lines: MarkedLine[], measure: Measure): void {
	const wordsIn = (from: number, to: number) => {
		let words = 0;
		let paragraphs = 0;
		for (const line of lines.slice(from, to)) {
			if (line.mark !== null || !isParagraph(line, measure)) continue;
			words += line.words.length;
			if (line.ending !== "open" && line.words.length >= 15) paragraphs++;
		}
		return { words, paragraphs };
	};
	let before = { words: 0, paragraphs: 0 };
	let from = 0;
	const total = wordsIn(0, lines.length);
	for (const [i, line] of lines.entries()) {
		if (line.mark !== "ending") continue;
		const part = wordsIn(from, i);
		before = {
			words: before.words + part.words,
			paragraphs: before.paragraphs + part.paragraphs,
		};
		from = i;
		// The label may stand in a menu above the article.
		if (before.words === 0) continue;
		const after = {
			words: total.words - before.words,
			paragraphs: total.paragraphs - before.paragraphs,
		};
		if (after.paragraphs >= 2 && after.words >= resumedShare * before.words) continue;
		for (const rest of lines.slice(i + 1)) rest.mark ??= "related";
		return;
	}
}
