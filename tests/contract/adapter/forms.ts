import { describe, expect, it } from "vitest";
import { ChatReader } from "../../../src/desk/chat-reader.ts";
import { DigestCommands } from "../../../src/digest/commands/commands.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { shippedApp, shippedDesk } from "../../desk.ts";
import { say } from "../../unit/answers/doubles.ts";
import { heldSessions } from "./held-sessions.ts";
import { answers, citationsIn } from "./shown.ts";
import type { Ability, Session, Stage } from "./stage.ts";

/** Forms, digests of one's own and the language of notices, the same on every platform. */
export function describeForms(stage: Stage): void {
	describe(`${stage.name}: forms, digests and their language`, () => {
		const hold = heldSessions();

		const open = async () => {
			const store = memoryStore();
			const { answerer } = await shippedApp();
			const reader = new ChatReader(say);
			let ids = 0;
			const digests = new DigestCommands({
				...{ store, say, most: 20, now: () => Date.UTC(2024, 5, 1) },
				question: (text) => reader.question("claims", text),
				newId: () => `dig${String(++ids).padStart(9, "0")}`,
				write: async () => ({
					answer: await answerer.answer({ command: "sources", text: "" }),
					...{ news: false, upTo: 0 },
				}),
			});
			const session = hold(await stage.open(await shippedDesk({ store, digests })));
			return { on: session, subscriptions: store.subscriptions };
		};
		const test = (name: string, abilities: Ability[], run: () => Promise<void>) =>
			it(name, async (context) => {
				for (const ability of abilities) {
					const reason = stage.lacks[ability];
					if (reason) context.skip(`${stage.name} lacks ${ability}: ${reason}`);
				}
				await run();
			});
		const last = async (on: Session, count: number) =>
			(await answers(on, count)).at(-1)?.text.replace(/[\u2066-\u2069\\]/g, "") ?? "";
		const direct = { where: "direct" } as const;

		test("days in the wrong order are told, and nothing typed is lost", ["forms"], async () => {
			const { on } = await open();
			await on.command("claims", "china drones");
			const [before] = await answers(on, 1);
			if (!before) throw new Error("no answer");
			const filters = { by: "China", from: "2024-05-02", to: "2023-05-01" };
			const { text, kept } = await on.refused(await on.narrow(before, filters));
			expect(text).toMatch(/exchange the two/);
			expect(kept).toMatchObject(filters);
		});

		test("a digest of one's own is made and changed in a direct message", ["forms"], async () => {
			const { on, subscriptions } = await open();
			await on.command("digest", "subscribe china drones at:07:30 zone:Asia/Riyadh", direct);
			expect(await last(on, 1)).toMatch(/china drones comes here: every day at 07:30/);
			const [made] = await subscriptions.page("", 9);
			const wrong = await on.digestForm("edit 1", { topic: "from:2023" }, direct);
			const { text, kept } = await on.refused(wrong, direct);
			expect(text).toMatch(/what the digest is to be about/);
			expect(kept).toMatchObject({ topic: "from:2023", at: "07:30", zone: "Asia/Riyadh" });
			expect(await subscriptions.page("", 9)).toEqual([made]);
			const entered = { topic: "ships by:China", days: "mon,tue", at: "09:15" };
			await on.digestForm("edit 1", entered, direct);
			expect(await last(on, stage.name === "discord" ? 3 : 2)).toMatch(/^.*Changed.*ships.*09:15/s);
			const [changed] = await subscriptions.page("", 9);
			expect(changed).toEqual({
				...made,
				...{ request: { command: "claims", text: "ships", by: "China" }, at: "09:15" },
				...{ days: ["mon", "tue"], from: changed?.from, nextDue: changed?.nextDue },
			});
		});

		test("an alert is asked for in a form that was empty", ["forms"], async () => {
			const { on, subscriptions } = await open();
			await on.digestForm("subscribe", { topic: "by:China", when: "now", zone: "UTC" }, direct);
			expect(await last(on, 1)).toMatch(/at once, at most 6 an hour/);
			expect(await subscriptions.page("", 9)).toMatchObject([
				{ when: "now", request: { text: "", by: "China" } },
			]);
		});

		test("a channel is not everybody's to subscribe", ["private"], async () => {
			const { on, subscriptions } = await open();
			await on.command("digest", "subscribe drones at:07:30 zone:UTC");
			expect(await last(on, 1)).toMatch(/administrators/);
			expect(await subscriptions.page("", 9)).toEqual([]);
		});

		test(
			"where the bot is no member a digest is refused with the reason",
			["private"],
			async () => {
				const { on, subscriptions } = await open();
				await on.command("digest", "subscribe drones at:07:30 zone:UTC", { where: "elsewhere" });
				expect(await last(on, 1)).toMatch(/I am no member here/);
				expect(await subscriptions.page("", 9)).toEqual([]);
			},
		);

		test("notices follow the setting, whatever is typed", ["direct"], async () => {
			const { on } = await open();
			await on.direct("settings language:ar");
			expect(await last(on, 1)).toMatch(/العربية/);
			await on.direct("help");
			expect(await last(on, 2)).toMatch(/كيف تسأل/);
			await on.direct("digest list");
			expect(await last(on, 3)).toMatch(/نشرة/);
		});

		test("an example is asked with one click", ["buttons", "commands"], async () => {
			const { on } = await open();
			await on.command("claims", "");
			const [help] = await answers(on, 1);
			if (!help) throw new Error("no help");
			await on.click(help, "example", 0);
			expect(citationsIn(await last(on, 2)).length).toBeGreaterThan(0);
		});
	});
}
