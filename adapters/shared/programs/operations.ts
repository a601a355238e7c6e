import type { z } from "zod";
import { IsnadError } from "../../../src/domain/errors.ts";
import type { AskingCommand } from "../../../src/domain/sets/commands.ts";
import type { ProgramOperation } from "../../../src/domain/sets/program-operations.ts";
import { wordsHash } from "../../../src/domain/state/conversation.ts";
import { ArticleEntry, mostPassages, QuestionEntry, QuotationEntry } from "./entries.ts";
import type { ProgramParts } from "./program-parts.ts";
import { AnswerResult, answerResult } from "./results/answer-result.ts";
import { ArticleResult, articleResult } from "./results/article-result.ts";
import { QuotationResult, quotationResult } from "./results/quotation-result.ts";

/** What a program may ask, whichever door it comes by. */
export type Operation = {
	/** What is given; `output`: what comes back. Types of both are inferred from these. */
	input: z.ZodObject;
	output: z.ZodObject;
	/** Of what a token may take: a search costs more than a look at one place. */
	cost: number;
	/** Errors: `request_malformed`, those of `Answering`, `quotation_unknown`, `article_unknown`. */
	ask(entry: unknown, parts: ProgramParts): Promise<Told>;
};

/** `answered` is false where the articles do not say; null where that is not what was asked. */
export type Told = { result: Record<string, unknown>; answered: boolean | null };

/** Every operation: tools and paths are made of these, and their texts are `program.….{}`. */
export const operations = {
	claims: question("claims"),
	ask: question("ask"),
	timeline: question("timeline"),
	search: question("search"),
	who: question("who"),
	sources: question("sources"),
	quote: {
		...{ input: QuotationEntry, output: QuotationResult, cost: 1 },
		async ask(entry, parts) {
			const { quote, claim, language, ...place } = readEntry(QuotationEntry, entry);
			const { start = null, end = null, end_line, ...rest } = place;
			const at = {
				...{ ...rest, start, end, stated: claim ?? null },
				...(end_line === undefined ? {} : { end_line }),
				...(quote === undefined ? {} : { words: wordsHash(quote) }),
			};
			const quotation = await parts.quotation(at, language);
			if (!quotation)
				throw new IsnadError(
					"quotation_unknown",
					"These words do not stand at that place: take article, passage, line, start and end from a citation, and ask again.",
				);
			return told(quotationResult(quotation));
		},
	},
	article: {
		...{ input: ArticleEntry, output: ArticleResult, cost: 1 },
		async ask(entry, { room, isWhole }) {
			const { id, language, offset = 0, limit = mostPassages } = readEntry(ArticleEntry, entry);
			const reading = await room();
			const article = reading.article(id, language);
			if (!article)
				throw new IsnadError(
					"article_unknown",
					"No article of that id is served: take the id from a citation or from sources.",
				);
			const claimsIn = (passage: string) => reading.claimsIn(article.id, passage, language);
			return told(articleResult(article, claimsIn, { offset, limit, isWhole }));
		},
	},
} as const satisfies Record<ProgramOperation, Operation>;

function question(command: AskingCommand) {
	return {
		...{ input: QuestionEntry, output: AnswerResult, cost: 2 },
		async ask(entry: unknown, { answering }: ProgramParts): Promise<Told> {
			const asked = readEntry(QuestionEntry, entry);
			const answer = await answering.answer({ ...asked, command });
			return { result: answerResult(answer, command), answered: answer.answered };
		},
	};
}

function told(result: Record<string, unknown>): Told {
	return { result, answered: null };
}

function readEntry<S extends z.ZodObject>(schema: S, entry: unknown): z.output<S> {
	const parsed = schema.safeParse(entry);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0]?.slice(0, 40) : undefined;
	throw new IsnadError(
		"request_malformed",
		unknown === undefined
			? `In ${issue?.path.join(".") || "the request"}: ${issue?.message ?? "invalid"}; mend it and ask again.`
			: `There is no field ${JSON.stringify(unknown)}: use ${Object.keys(schema.shape).join(", ")}.`,
	);
}
