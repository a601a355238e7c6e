import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Desk } from "../../src/domain/chat.ts";
import { closeDesks, shippedDesk } from "../desk.ts";
import { openSlack, type SlackSession } from "../servers/slack/stage.ts";
import type { Json } from "../servers/slack/world.ts";
import { answers, citationsIn } from "./adapter/shown.ts";

let desk: Desk;
let session: SlackSession | undefined;
beforeAll(async () => {
	desk = await shippedDesk();
});
afterEach(async () => {
	const broken = session?.violations() ?? [];
	await session?.close();
	session = undefined;
	expect(broken).toEqual([]);
});
afterAll(closeDesks);

const tablesIn = (on: SlackSession) =>
	on.server.world.messages.flatMap(({ blocks }) => blocks.filter(({ type }) => type === "table"));

async function timeline(takesTables: boolean): Promise<SlackSession> {
	session = await openSlack("socket", desk);
	if (!takesTables) session.server.unknownBlocks.types = new Set(["table", "data_table"]);
	return session;
}

it("shows days as a table: when, what, where it stands, the articles once below", async () => {
	const on = await timeline(true);
	await on.command("timeline", "Putin Xi");
	const [answer] = await answers(on, 1);
	const [table] = tablesIn(on);
	const rows = table?.["rows"] as Json[][];
	expect(rows).toHaveLength(4);
	for (const row of rows) expect(row).toHaveLength(3);
	expect(answer?.text).toContain("Day · What happened · Source");
	expect(answer?.text).toMatch(/2\. 30 December 2022 \(derived\) · .* · \[2\] l\.\u00a03/);
	expect(answer?.text.match(/Washington uneasy/g)).toHaveLength(1);
});

it("begins at the right in Arabic", async () => {
	const on = await timeline(true);
	await on.direct("/خط-زمني بوتين");
	await answers(on, 1);
	const [table] = tablesIn(on);
	const [head = []] = (table?.["rows"] ?? []) as Json[][];
	expect(JSON.stringify(head.at(-1))).toContain("اليوم");
	expect(table?.["column_settings"]).toContainEqual({ align: "right", is_wrapped: true });
});

it("falls back to lines where the server refuses tables, once for all", async () => {
	const on = await timeline(false);
	await on.command("timeline", "Putin Xi");
	const [private_] = await answers(on, 1);
	await on.direct("/timeline Putin Xi");
	await answers(on, 2);
	const before = on.server.calls.get("chat.postMessage") ?? 0;
	await on.direct("/timeline Putin Xi");
	const all = await answers(on, 3);
	expect(tablesIn(on)).toEqual([]);
	const cited = citationsIn(private_?.text ?? "");
	expect(cited).toHaveLength(3);
	for (const { text } of all) expect(citationsIn(text)).toEqual(cited);
	// What was refused once is not tried again.
	expect((on.server.calls.get("chat.postMessage") ?? 0) - before).toBe(1);
});

it("edits a placeholder into lines where the server refuses tables", async () => {
	const gate = Promise.withResolvers<void>();
	const slow: Desk = {
		...desk,
		reply: async (...asked) => gate.promise.then(() => desk.reply(...asked)),
	};
	session = await openSlack("socket", slow);
	const on = session;
	on.server.unknownBlocks.types = new Set(["table", "data_table"]);
	await on.mention("/timeline Putin Xi");
	while (!on.shown().some(({ pending }) => pending)) await new Promise((go) => setTimeout(go, 5));
	gate.resolve();
	const [answer] = await answers(on, 1);
	expect(citationsIn(answer?.text ?? "")).toHaveLength(3);
});
