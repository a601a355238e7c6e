import type { Answer, AnswerItem, Request } from "../../../../src/domain/answer.ts";
import type { Answering } from "../../../../src/domain/answering.ts";
import { IsnadError } from "../../../../src/domain/errors.ts";
import { cleanLine } from "../../../shared/clean.ts";
import { type Html, html } from "../../markup/html.ts";
import { answerItem } from "../parts/answer-items.ts";
import type { Shown, Visit } from "../visit.ts";

/** Items of a page at most, and the bytes that they take: a page stays small on a phone. */
const mostItems = 10;
const mostBytes = 38_000;

export type AnswerAsked = {
	request: Request;
	/** The same page from another item on; null where this reader may not go there. */
	from(offset: number): string | null;
	/** Stands above what is answered. */
	above: Html;
	/** Stands below it. */
	below: Html;
	/** Said where there is no verdict. */
	heading?: string;
	/** Where the notes are what was asked for, they stand before the items. */
	isToldInNotes?: boolean;
};

/** What the bots answer, through the same port: the verdict first, then the items with their citations. */
export async function answerShown(
	answering: Pick<Answering, "answer">,
	{ request, from, above, below, heading, isToldInNotes = false }: AnswerAsked,
	visit: Visit,
): Promise<Shown> {
	const { language, say } = visit;
	let answer: Answer;
	try {
		answer = await answering.answer({ ...request, language, limit: mostItems });
	} catch (error) {
		const told = refusedQuestion(error);
		if (!told) throw error;
		const text = say(language, `error.${told.key}`, told.params);
		const body = html`${above}<p class="verdict" role="alert">${cleanLine(text)}</p>`;
		return { status: 400, title: cleanLine(text), body };
	}
	const shown = fitting(answer.items, visit);
	const title = cleanLine(answer.verdict?.text || heading || answer.heading);
	const list = itemList(answer, shown, visit);
	const near = answer.items.length > 0 && !answer.answered;
	const nearest = say(language, "more.nearest", { count: shown.length });
	return {
		title,
		body: html`${above}<section class="answer"><h1 class="verdict">${title}</h1>
${isToldInNotes ? notesOf(answer, visit) : ""}
${near ? html`<details><summary>${nearest}</summary>${list}</details>` : list}
${pager(answer, shown.length, from, visit)}
${isToldInNotes ? "" : notesOf(answer, visit)}</section>${below}`,
	};
}

/** As many items as a page has room for, at least the first. */
function fitting(items: readonly AnswerItem[], visit: Visit): Html[] {
	const shown: Html[] = [];
	let bytes = 0;
	for (const item of items) {
		const made = answerItem(item, visit);
		bytes += Buffer.byteLength(made.text);
		if (shown.length > 0 && bytes > mostBytes) break;
		shown.push(made);
	}
	return shown;
}

function itemList(
	{ sections = [], offset }: Answer,
	shown: readonly Html[],
	{ say, language }: Visit,
): Html {
	if (shown.length === 0) return html`<p class="note">${say(language, "note.nothing")}</p>`;
	const starts = [
		0,
		...sections.map(({ at }) => at - offset).filter((at) => at > 0 && at < shown.length),
	];
	return html`${starts.map((start, n) => {
		const part = shown.slice(start, starts[n + 1]);
		const section = sections.findLast(({ at }) => at <= offset + start);
		const title = section ? html`<h2>${cleanLine(section.title)}</h2>` : "";
		return html`${title}<ol class="items" start="${offset + start + 1}">${part.map((item) => html`<li>${item}</li>`)}</ol>`;
	})}`;
}

function pager(answer: Answer, shown: number, from: AnswerAsked["from"], visit: Visit): Html {
	const { language, say } = visit;
	const { offset, total, weak = 0 } = answer;
	const next = offset + shown;
	const count =
		shown > 0
			? say(language, "count.shown", { from: offset + 1, to: next, total: Math.max(total, next) })
			: "";
	const link = (at: number, key: "previous" | "next") => {
		const href = from(at);
		return href ? html`<a class="${key}" href="${href}">${say(language, `reader.${key}`)}</a>` : "";
	};
	const links = [
		offset > 0 ? link(Math.max(0, offset - mostItems), "previous") : "",
		next < total + weak && shown > 0 ? link(next, "next") : "",
	];
	if (!count) return html``;
	return html`<nav class="pager" aria-label="${say(language, "reader.parts")}"><span>${count}</span>${links}</nav>`;
}

function notesOf({ notes, readAs = [] }: Answer, { language, say }: Visit): Html {
	const read = new Set(readAs);
	const told = [...new Set(notes)].filter((note) => !read.has(note)).map(cleanLine);
	const how =
		readAs.length > 0
			? html`<details><summary>${say(language, "check.reading")}</summary>${readAs.map((line) => html`<p>${cleanLine(line)}</p>`)}</details>`
			: "";
	if (told.length === 0 && !how) return html``;
	return html`<div class="notes">${told.map((note) => html`<p>${note}</p>`)}${how}</div>`;
}

/** What whoever asked can mend; all else is ours. */
function refusedQuestion(error: unknown): IsnadError["told"] | null {
	if (!(error instanceof IsnadError)) return null;
	const theirs = ["question_empty", "question_too_long", "date_malformed", "request_malformed"];
	if (!theirs.includes(error.code)) return null;
	return error.code === "request_malformed" ? { key: "question_empty", params: {} } : error.told;
}
