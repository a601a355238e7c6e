import {
	ErrorCode,
	type ListResourcesResult,
	McpError,
	type ReadResourceResult,
	type ResourceTemplate,
} from "@modelcontextprotocol/sdk/types.js";
import type { Say } from "../../src/domain/messages.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import type { Asking, ProgramDesk } from "../shared/programs/program-desk.ts";
import { AnswerResult } from "../shared/programs/results/answer-result.ts";

const mimeType = "application/json";
const onPage = 50;
const longestTitle = 200;
/** What the protocol says of a resource that is not there. */
const notFound = -32_002;

export function articleTemplates(say: Say, language: Language): ResourceTemplate[] {
	return [
		{
			name: "article",
			title: say(language, "program.article_name"),
			uriTemplate: "isnad://articles/{id}{?offset}",
			description: say(language, "program.article_about"),
			mimeType,
		},
	];
}

/** The articles that are served, a page at a time; titles and outlets are theirs, and cleaned. */
export async function listedArticles(
	cursor: string | undefined,
	desk: ProgramDesk,
	asking: Asking,
): Promise<ListResourcesResult> {
	if (cursor !== undefined && !/^\d{1,6}$/.test(cursor))
		throw new McpError(ErrorCode.InvalidParams, "There is no such page: begin without a cursor.");
	const entry = { text: "", offset: Number(cursor ?? 0), limit: onPage };
	const outcome = await desk.ask("sources", entry, asking);
	if ("failure" in outcome) throw refused(outcome.failure);
	const { items, next } = AnswerResult.parse(outcome.result);
	return {
		resources: items.flatMap((item) => {
			if (item.kind !== "source") return [];
			const { id, title, outlet, published } = item.article;
			const told = [outlet, published.value].filter((each) => each !== null).join(", ");
			return [
				{
					...{ name: id, uri: `isnad://articles/${encodeURIComponent(id)}`, mimeType },
					...(title === null ? {} : { title: title.slice(0, longestTitle) }),
					...(told === "" ? {} : { description: told.slice(0, longestTitle) }),
				},
			];
		}),
		...(next === null ? {} : { nextCursor: String(next) }),
	};
}

/** One page of an article. Errors: those of the protocol. */
export async function readArticle(
	uri: string,
	desk: ProgramDesk,
	asking: Asking,
): Promise<ReadResourceResult> {
	const entry = entryOf(uri);
	if (!entry) throw new McpError(notFound, "There is no such resource: use isnad://articles/ID.");
	const outcome = await desk.ask("article", entry, asking);
	if ("failure" in outcome) throw refused(outcome.failure);
	return { contents: [{ uri, mimeType, text: JSON.stringify(outcome.result) }] };
}

function entryOf(uri: string): { id: string; offset?: number } | null {
	const [, id, offset] =
		/^isnad:\/\/articles\/([a-z0-9-]{1,200})(?:\?offset=(\d{1,6}))?$/.exec(uri) ?? [];
	if (id === undefined) return null;
	return { id, ...(offset === undefined ? {} : { offset: Number(offset) }) };
}

function refused({ code, sentence }: { code: string; sentence: string }): McpError {
	const number = code === "article_unknown" ? notFound : ErrorCode.InternalError;
	return new McpError(number, `${code}: ${sentence}`, { code });
}
