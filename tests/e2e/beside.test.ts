import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../src/app/config.ts";
import { openServing } from "../../src/app/serving/serving.ts";
import type { Asker } from "../../src/domain/chat.ts";
import { isnad, isnadHere, temporaryFolder } from "./run.ts";

const page = (harbour: string) =>
	[
		`New quay of ${harbour} to open in June`,
		`The port authority of ${harbour} said on Monday that the new quay would open in June 2024.`,
		`The dockers' union of ${harbour} denied that it had agreed to night shifts.`,
	].join("\n\n");

it("what ingest adds beside the running program is seen, also right after its start", async () => {
	const folder = temporaryFolder();
	const corpus = join(folder, "corpus");
	const add = async (harbour: string, by = isnad) => {
		const pages = join(folder, harbour);
		mkdirSync(pages);
		writeFileSync(join(pages, "page.txt"), page(harbour));
		expect((await by(["ingest", pages, "--corpus", corpus])).status).toBe(0);
	};
	await add("Lund", isnadHere);
	const config = readConfig({ ISNAD_CORPUS: corpus, ISNAD_DATA: join(folder, "data") });
	const io = { now: Date.now } as Parameters<typeof openServing>[2];
	const serving = await openServing(config, () => {}, io);
	onTestFinished(() => serving.close());
	await add("Vellin");
	serving.begin({});
	const place = { platform: "console", space: null, channel: "console", thread: null } as const;
	const asker: Asker = { place, person: "console", admin: true, timeZone: "UTC" };
	const seen = async () =>
		JSON.stringify(
			await serving.desk.reply({ kind: "command", name: "claims", text: "night shifts" }, asker),
		);
	await expect.poll(seen, { timeout: 20_000, interval: 200 }).toContain("Vellin");
}, 60_000);
