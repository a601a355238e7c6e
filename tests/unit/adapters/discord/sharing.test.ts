import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import type { Desk } from "../../../../src/domain/chat.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { closeDesks, shippedDesk } from "../../../desk.ts";
import { type Bot, startBot } from "../../../servers/discord/bot.ts";
import { read } from "../../../servers/discord/reading.ts";

let bot: Bot;
let store: ReturnType<typeof memoryStore>;
let serving: Desk;
beforeEach(async () => {
	store = memoryStore();
	serving = await shippedDesk({ store, process: "before" });
	const once: Desk["once"] = (...delivered) => serving.once(...delivered);
	bot = await startBot({ ...serving, once }, { longestPause: 20 });
});
afterEach(() => bot.close());
afterAll(closeDesks);

/** Clicks Share under a new answer, and resolves once Discord took the click. */
async function sharing(): Promise<() => Promise<void>> {
	const asked = bot.people.command(bot.ann, "claims", [
		{ type: 3, name: "topic", value: "china drones" },
	]);
	await bot.server.until(() => asked.answers > 0);
	const message = asked.original;
	const button =
		message && read(message.body).buttons.find(({ customId }) => customId.startsWith("share:"));
	if (!message || !button) throw new Error("nothing to share");
	return async () => {
		const click = bot.people.click(bot.ann, message, button.customId);
		await bot.server.until(() => click.response !== null);
	};
}

const shared = () =>
	bot.posted().filter(({ message, text }) => message.onlyFor === null && /\d\. /.test(text));
const logged = (what: RegExp) => bot.server.until(() => bot.logged.some((line) => what.test(line)));

it("is offered again where the answer surely was not posted", async () => {
	const click = await sharing();
	for (const [path, method] of [
		["@original", "PATCH"],
		["/webhooks/", "POST"],
		["/messages", "POST"],
	] as const)
		bot.server.faults.add({
			...{ kind: "answer", status: 403, path, method, times: 1 },
			text: JSON.stringify({ code: 50_001, message: "Missing Access" }),
			type: "application/json",
		});
	await click();
	await logged(/could not be shown/);
	expect(shared()).toHaveLength(0);
	await click();
	await bot.server.until(() => shared().length > 0);
	await click();
	expect(shared()).toHaveLength(1);
});

it.each([
	["stands there", "lost_reply"],
	["does not", "server_error"],
] as const)(
	"puts it into the same place again where nobody can tell, and it %s",
	async (_, kind) => {
		const click = await sharing();
		bot.server.faults.add({ kind, path: "@original", method: "PATCH", times: 5 });
		await click();
		await logged(/could not be shown/);
		await click();
		await bot.server.until(() => shared().length > 0);
		await click();
		expect(shared()).toHaveLength(1);
	},
);

it("posts nothing again after a restart where it may stand", async () => {
	const click = await sharing();
	bot.server.faults.add({ kind: "lost_reply", path: "@original", method: "PATCH", times: 5 });
	await click();
	await logged(/could not be shown/);
	await bot.restart();
	serving = await shippedDesk({ store, process: "after" });
	await click();
	expect(shared()).toHaveLength(1);
});
