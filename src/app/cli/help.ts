import { verbKeys, verbs } from "../../corrections/verbs.ts";
import { type FilterKey, filterKeys, filters } from "../../domain/sets/filters.ts";
import type { CommandName } from "./options.ts";

type Help = { usage: string; summary: string; options: string[] };

const corpus = "--corpus DIR      folder of the corpus (else ISNAD_CORPUS, else the shipped one)";
const collection = "--collection ID   the corpus of this collection of ISNAD_COLLECTIONS";
const isDay = (key: FilterKey) => filters[key].takes === "day";
const question: string[] = [
	corpus,
	collection,
	"--language en|ar  language of the answer (else the question's own)",
	// Days first, as they are asked for most.
	...[...filterKeys.filter(isDay), ...filterKeys.filter((key) => !isDay(key))].map(
		(key) => `${`--${key} ${filters[key].value}`.padEnd(18)}${filters[key].help}`,
	),
	"--limit N         items, 1 to 100 (default 10)",
	"--offset N        items to pass over",
	"--json            one JSON object on standard output",
];

const helps: Record<CommandName, Help> = {
	serve: {
		usage: "serve",
		summary: "serves the platforms that the environment configures, until it is stopped",
		options: [corpus, collection],
	},
	chat: {
		usage: "chat",
		summary: "opens the console chat",
		options: [
			corpus,
			collection,
			"--once TEXT       answers this one line and ends",
			"--language en|ar  language of the chat",
		],
	},
	claims: {
		usage: "claims TEXT",
		summary: "who said what about it, and who denies it",
		options: question,
	},
	ask: { usage: "ask TEXT", summary: "the passages that answer a question", options: question },
	timeline: {
		usage: "timeline TEXT",
		summary: "what happened, in the order of the days",
		options: question,
	},
	search: { usage: "search TEXT", summary: "the passages that match", options: question },
	who: {
		usage: "who NAME",
		summary: "who that is, how the name is spelled, what was said and when",
		options: question,
	},
	sources: {
		usage: "sources [TEXT]",
		summary: "the articles that answers come from",
		options: question,
	},
	ingest: {
		usage: "ingest PATH…",
		summary:
			"reads articles (.txt, .html, .md, .json, folders, addresses of feeds and pages) into the corpus folder",
		options: [
			"--corpus DIR      folder of the corpus; made where it is not there",
			collection,
			"--no-meta         ignores meta.json beside the files",
			"--json            a summary as one JSON object on standard output",
		],
	},
	source: {
		usage: "source add ADDRESS",
		summary: "follows a feed or a page, or lists, reads and removes those that are followed",
		options: [
			"source list           what is followed, its last success and its last problem",
			"source check [ID]     reads one of them, or all, now",
			"source remove ID      ends one; its articles stay",
			corpus,
			collection,
			"--json            the sources as one JSON object",
		],
	},
	correct: {
		usage: "correct VERB …",
		summary:
			"says over what was read how it is: every new reading keeps it; correct list shows all",
		options: [
			...verbKeys.map((key) => `${`${key} ${verbs[key].takes}`.padEnd(18)}${verbs[key].help}`),
			"",
			"REF is FILE, FILE:LINE (its passage, or the one claim in it), FILE:LINE:2 (its second",
			"claim), an address, or the id of an article, passage or claim as --json prints it.",
			"",
			"--why TEXT        the reason; asked for wherever something is changed",
			"--who NAME        who says it (else the user's login name)",
			"--kind KIND       what a new speaker is: person, organisation, state, outlet, …",
			corpus,
			collection,
			"--json            what was done as one JSON object on standard output",
		],
	},
	remove: {
		usage: "remove FILE|ARTICLE|SOURCE",
		summary: "takes an article out of the corpus for good, or a source with its articles",
		options: [
			"--why TEXT        the reason",
			"--who NAME        who says it (else the user's login name)",
			corpus,
			collection,
			"--json            what was done as one JSON object on standard output",
		],
	},
	explain: {
		usage: "explain FILE:LINE",
		summary: "how the claims of one line of an article were read: candidates, choices, how sure",
		options: ["--json            everything as one JSON object on standard output"],
	},
	batch: {
		usage: "batch",
		summary: "answers one JSON request a line of standard input with one JSON answer a line",
		options: [corpus, collection],
	},
	collections: {
		usage: "collections list",
		summary: "the collections of ISNAD_COLLECTIONS: corpora with their own sources and readers",
		options: [
			"collections check       opens each of them and says what is wrong with it",
			"collections secret ID   what opens the reader's pages of one, for whoever may read all of it",
			"--json                  one JSON object a line on standard output",
		],
	},
	installations: {
		usage: "installations list",
		summary: "where the Slack app is installed, without its tokens",
		options: [
			"installations remove ID  revokes the token of a workspace (T…) or organisation (E…);",
			"                         digests there rest until the app is installed again",
			"--json                   one JSON object a line on standard output",
		],
	},
	doctor: {
		usage: "doctor",
		summary: "checks configuration, corpus, storage and credentials, and says how to mend them",
		options: [corpus, collection, "--json            the findings as one JSON object"],
	},
	digest: {
		usage: "digest list",
		summary: "the digests of all channels, and what became of their last days",
		options: [collection, "--json            one JSON object a line on standard output"],
	},
	feedback: {
		usage: "feedback list",
		summary: "what readers say of answers, the newest first",
		options: [
			"feedback counts       how many are right and wrong, and what is wrong",
			"feedback questions    as a table of test questions for npm run bench -- questions",
			corpus,
			collection,
			"--json                one JSON object a line on standard output",
		],
	},
	forget: {
		usage: "forget PERSON",
		summary: "drops what is kept of a person, named as slack:U024BE7LH, from the state",
		options: [
			"--dry-run         only says what there is",
			"--json            the counts as one JSON object on standard output",
		],
	},
	token: {
		usage: "token create NAME",
		summary: "makes, lists and revokes what lets other programs ask over HTTP",
		options: [
			"token list            names, days, and when each was used last; never the token itself",
			"token revoke NAME|ID  ends one at once",
			"--expires DAY     the last day on which a new one holds, such as 2027-01-31 (UTC)",
			"--json            what was done as one JSON object on standard output",
		],
	},
	mcp: {
		usage: "mcp",
		summary: "answers assistants over the Model Context Protocol, on standard input and output",
		options: [
			"--http            over HTTP instead, at /mcp of HOST:PORT, beside /api/v1",
			"--language en|ar  language in which the tools are described",
			corpus,
		],
	},
	backup: {
		usage: "backup FILE",
		summary: "copies the state (subscriptions, deliveries, settings) to a file, also while serving",
		options: ["--json            file and size as one JSON object on standard output"],
	},
	restore: {
		usage: "restore FILE",
		summary: "puts a backup in the place of the state; stop Isnad first",
		options: ["--json            what was done as one JSON object on standard output"],
	},
};

/** What `--help` prints: all commands, or the options of one. */
export function helpText(command?: CommandName): string {
	if (command) {
		const { usage, summary, options } = helps[command];
		return [`isnad ${usage}`, `  ${summary}`, "", ...options.map((line) => `  ${line}`), ""].join(
			"\n",
		);
	}
	const width = Math.max(...Object.values(helps).map(({ usage }) => usage.length));
	const lines = Object.values(helps).map(
		({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`,
	);
	return [
		"isnad: answers from news articles, with citations that can be checked word for word",
		"",
		...lines,
		"",
		"Without a command it serves the configured platforms, or opens the chat where there are none.",
		"isnad COMMAND --help tells the options of a command, --version which version this is.",
		"",
	].join("\n");
}
