import { z } from "zod";
import { longestQuestion } from "../../../src/domain/question-bounds.ts";
import { filterSchemas } from "../../../src/domain/sets/filter-schemas.ts";
import { Language } from "../../../src/domain/sets/languages.ts";
import { Span } from "../../../src/domain/span.ts";

/** An answer of more items is read by nobody at once: whoever wants more goes on from `next`. */
const mostItems = 50;
/** Passages on one page of an article. */
export const mostPassages = 50;
const farthest = 1_000_000;
const longestId = 200;

const id = z.string().min(1).max(longestId);
const offset = z.int().min(0).max(farthest).optional();

/** What `claims`, `ask`, `timeline`, `search`, `who` and `sources` are given. */
export const QuestionEntry = z.strictObject({
	/** May be absent where a filter says what is meant. */
	text: z.string().max(longestQuestion).default(""),
	/** Of the answer; the question's own where absent. */
	language: Language.optional(),
	...filterSchemas,
	limit: z.int().min(1).max(mostItems).optional(),
	offset,
});

/** A place as a citation names it, and the words that should stand there. */
export const QuotationEntry = z.strictObject({
	article: id,
	passage: id,
	line: Span.shape.line,
	start: Span.shape.start.optional(),
	end: Span.shape.end.optional(),
	end_line: Span.shape.end_line,
	/** Compared with what stands there. */
	quote: z.string().max(20_000).optional(),
	/** The id of the claim or event that the words are. */
	claim: id.optional(),
	language: Language.default("en"),
});

export const ArticleEntry = z.strictObject({
	id,
	language: Language.default("en"),
	/** The first passage of the page, counted from 0. */
	offset,
	limit: z.int().min(1).max(mostPassages).optional(),
});
