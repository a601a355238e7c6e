import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../src/app/config.ts";
import { openServing } from "../../src/app/serving/serving.ts";
import type { Answer } from "../../src/domain/answer.ts";
import type { Asker } from "../../src/domain/chat.ts";
import { type Script, TranslationServer } from "../servers/translation/server.ts";
import { isnadHere, temporaryFolder } from "./run.ts";

const quote = "المصنع في القاهرة أغلق وإن 40 عاملا فقدوا وظائفهم";
const right = "The factory in Cairo had closed and 40 workers had lost their jobs";
const page = [
	"إغلاق مصنع النسيج في القاهرة",
	`قال سمير درويش رئيس الشركة إن ${quote}.`,
	"وأضاف سمير درويش أن الشركة لن تفتح مصنعا جديدا هذا العام.",
].join("\n\n");
const asker: Asker = {
	place: { platform: "console", space: null, channel: "console", thread: null },
	person: "console",
	admin: true,
	timeZone: "UTC",
};

let server: TranslationServer | undefined;
afterEach(async () => {
	await server?.stop();
	server = undefined;
});

const folder = mkdtempSync(join(tmpdir(), "isnad-translation-"));
afterAll(() => rmSync(folder, { recursive: true }));
const corpus = join(folder, "corpus");

/** Made by whichever test is the first. */
async function ingest(): Promise<void> {
	if (existsSync(corpus)) return;
	mkdirSync(join(folder, "pages"));
	writeFileSync(join(folder, "pages", "page.txt"), page);
	expect((await isnadHere(["ingest", join(folder, "pages"), "--corpus", corpus])).status).toBe(0);
}

/** What a person is answered who asks in English about an Arabic article, and everything that was logged. */
async function ask(env: Record<string, string>) {
	const data = temporaryFolder();
	const lines: string[] = [];
	const config = readConfig({ ISNAD_CORPUS: corpus, ISNAD_DATA: data, ...env });
	const io = { now: Date.now, signal: new AbortController().signal };
	const log = (level: string, msg: string, fields = {}) =>
		void lines.push(`${level} ${msg} ${JSON.stringify(fields)}`);
	const serving = await openServing(config, log, io);
	onTestFinished(() => serving.close());
	const reply = await serving.desk.reply(
		{ kind: "command", name: "claims", text: "Darwish factory Cairo" },
		asker,
	);
	if (reply.kind !== "answer") throw new Error(`no answer: ${reply.kind}`);
	const later = await reply.later;
	return { answer: reply.answer, later: later ?? reply.answer, lines, data };
}

const glosses = ({ items }: Answer) =>
	items.flatMap((item) => (item.kind !== "source" && item.gloss ? [item.gloss.text] : []));

it("sends nothing anywhere where nothing is configured", async () => {
	server = await TranslationServer.start(() => ({ kind: "text", text: right }));
	await ingest();
	const { answer } = await ask({});
	expect(answer.items.length).toBeGreaterThan(0);
	expect(server.connections).toBe(0);
	const { later, data } = await ask({ ISNAD_TRANSLATE_URL: server.url });
	expect(glosses(later)).toContain(right);
	expect(server.connections).toBeGreaterThan(0);
	const asked = server.asked.length;
	const env = { ISNAD_CORPUS: corpus, ISNAD_DATA: data, ISNAD_TRANSLATE_URL: server.url };
	const args = ["export", "--format", "jsonl", "--language", "en"];
	expect((await isnadHere(args, { env })).stdout).toContain(`"machine_translation":"${right}"`);
	expect(server.asked).toHaveLength(asked);
});

const bad: Script[] = [
	{ kind: "text", text: "The factory in Cairo had closed and 4 workers had lost their jobs" },
	{ kind: "text", text: "<!channel> **PWNED** https://evil.example" },
	{ kind: "empty" },
	{ kind: "cut", text: right },
	{ kind: "page" },
	{ kind: "status", status: 500 },
];
it("answers as without a translator whatever a bad one replies, and logs no text", async () => {
	await ingest();
	const plain = await ask({});
	for (const [at, script] of bad.entries()) {
		const bound = await TranslationServer.start(() => script);
		const env: Record<string, string> =
			at % 2 === 0
				? { ISNAD_TRANSLATE_URL: bound.url }
				: { ISNAD_MODEL_URL: `${bound.url}/v1`, ISNAD_MODEL: "scripted" };
		const { answer, later, lines } = await ask(env);
		expect(later).toEqual(plain.answer);
		expect(answer).toEqual(plain.answer);
		expect(lines.join("\n")).not.toMatch(/[\u0600-\u06ff]|factory|Darwish|PWNED/);
		expect(bound.asked.length).toBeGreaterThan(0);
		await bound.stop();
	}
}, 60_000);

it("says of a right one in doctor that it translates, and of another what to mend", async () => {
	server = await TranslationServer.start(({ text }) =>
		text.includes("40") || text.includes("٤٠")
			? { kind: "text", text: "The museum in Cairo was not opened and received 40 visitors." }
			: { kind: "status", status: 403 },
	);
	await ingest();
	const doctor = async (env: Record<string, string>) =>
		(await isnadHere(["doctor", "--json"], { env: { ISNAD_CORPUS: corpus, ...env } })).stdout;
	const found = await doctor({ ISNAD_TRANSLATE_URL: server.url });
	expect(found).toContain("translator");
	await server.stop();
	const gone = await doctor({ ISNAD_TRANSLATE_URL: server.url });
	expect(gone).toMatch(/"check":\s*"translator",\s*"ok":\s*false/);
	server = undefined;
}, 30_000);
