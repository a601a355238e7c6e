import { basename } from "node:path";
import { IsnadError } from "../../../domain/errors.ts";
import type { Feedback } from "../../../domain/feedback.ts";
import { isoDayOf } from "../../../domain/iso-day.ts";
import type { Say } from "../../../domain/messages.ts";
import { filtersOf } from "../../../domain/sets/filters.ts";
import type { Store } from "../../../domain/state/store.ts";
import { openStore } from "../../../storage/open.ts";
import { write, writeJson } from "../../io.ts";
import { loadMessages } from "../../load/messages.ts";
import { indexDataFolder } from "../../paths.ts";
import { printableLine } from "../../printable.ts";
import type { Call } from "../call.ts";
import { questionColumns, testQuestions } from "../test-questions.ts";

const pageSize = 200;
/** Votes that a table of questions is made of: the newest. */
const mostQuestions = 10_000;

type Verb = (call: Call, store: Store) => Promise<void>;
const verbs: Readonly<Record<string, Verb>> = { list, counts, questions };

/** What readers say of answers, for an operator. */
export async function run(call: Call): Promise<number> {
	const [name = "", ...more] = call.positionals;
	const verb = Object.hasOwn(verbs, name) && more.length === 0 ? verbs[name] : undefined;
	if (!verb)
		throw new IsnadError(
			"usage",
			"feedback takes list, counts or questions: write for example isnad feedback list.",
		);
	const store = await openStore(call.config);
	try {
		await verb(call, store);
		return 0;
	} finally {
		await store.close();
	}
}

async function list({ io, options }: Call, store: Store): Promise<void> {
	const say = await loadMessages(indexDataFolder);
	let count = 0;
	for await (const one of everyOne(store)) {
		count++;
		if (options.json) await writeJson(io.stdout, one);
		else await write(io.stdout, linesOf(one, say).map(line).join(""));
	}
	if (count === 0 && !options.json) await write(io.stdout, "No reader has said anything.\n");
}

async function counts({ io, options }: Call, store: Store): Promise<void> {
	const told = await store.feedback.counts();
	if (options.json) {
		await writeJson(io.stdout, told);
		return;
	}
	const say = await loadMessages(indexDataFolder);
	const reasons = Object.entries(told.reasons).sort(([, a], [, b]) => b - a);
	const lines = [
		`right: ${told.right}`,
		`wrong: ${told.wrong}`,
		...reasons.map(([reason, number]) => `  ${reasonText(reason, say)}: ${number}`),
	];
	await write(io.stdout, lines.map(line).join(""));
}

async function questions({ io, config, options }: Call, store: Store): Promise<void> {
	const votes: Feedback[] = [];
	for await (const one of everyOne(store)) if (votes.push(one) >= mostQuestions) break;
	const corpus = config.shipped ? "seeds" : basename(config.corpus);
	const { rows, leftOut } = testQuestions(votes, corpus);
	if (options.json) for (const row of rows) await writeJson(io.stdout, byColumn(row));
	else {
		const lines = [questionColumns, ...rows].map((cells) => `${cells.join("\t")}\n`);
		await write(io.stdout, lines.join(""));
	}
	const { unsaid, narrowed, disputed } = leftOut;
	if (unsaid + narrowed + disputed > 0)
		io.stderr.write(
			`Left out: ${unsaid} that do not say what is right, ${narrowed} with filters or of a further page, ${disputed} about which readers disagree; isnad feedback list shows all.\n`,
		);
}

function byColumn(row: readonly string[]): Record<string, string> {
	return Object.fromEntries(questionColumns.map((column, at) => [column, row[at] ?? ""]));
}

async function* everyOne({ feedback }: Store): AsyncGenerator<Feedback> {
	for (let last: Feedback | null = null; ; ) {
		const page: Feedback[] = await feedback.page(last, pageSize);
		yield* page;
		last = page.at(-1) ?? null;
		if (page.length < pageSize) return;
	}
}

function linesOf({ at, vote, voter, request, reason, note, first }: Feedback, say: Say): string[] {
	const day = isoDayOf(at);
	const filters = Object.entries(filtersOf(request)).map(([key, value]) => ` ${key}:${value}`);
	const out = [`${vote}  ${day} ${voter}  ${request.command} ${request.text}${filters.join("")}`];
	if (vote === "wrong") out.push(`  ${reasonText(reason ?? "none", say)}`);
	if (note) out.push(`  ${note}`);
	if (first) out.push(`  first: ${first.file}: ${first.words}`);
	return out;
}

function reasonText(reason: string, say: Say): string {
	return reason === "none" ? "no reason" : say("en", `vote.reason.${reason}`);
}

function line(text: string): string {
	return `${printableLine(text)}\n`;
}
