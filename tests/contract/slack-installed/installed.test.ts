import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Subscription } from "../../../src/domain/digest.ts";
import { InstalledStage, stateIn } from "./stage.ts";

let stage: InstalledStage;
beforeEach(async () => {
	stage = await InstalledStage.open(2);
});
afterEach(() => stage.close());

const desk = (team: string) => ({ team, enterprise: null, expiresIn: null });
const until = (is: () => boolean | Promise<boolean>) =>
	vi.waitFor(async () => expect(await is()).toBe(true), { timeout: 10_000, interval: 5 });

function digest(id: string, space: string): Subscription {
	return {
		...{ id, maker: "U1", language: "en", when: "daily", at: "07:30", zone: "UTC" },
		...{ request: { command: "claims", text: "quay" }, days: ["mon"], empty: "say" },
		place: { platform: "slack", space, channel: "C0NEWS0001", thread: null },
		...{ paused: null, createdAt: 1, from: "2024-05-06", since: 0, lastDay: null, nextDue: 1 },
	};
}

describe("a page to install from", () => {
	it("leads to Slack and back, and keeps what Slack gives sealed", async () => {
		const { status, text } = await stage.install(desk("T1"));
		expect([status, text]).toEqual([200, expect.stringContaining("desk T1")]);
		const rows = await stage.store.installations.list();
		expect(rows.map(({ id, name }) => [id, name])).toEqual([["T1", "desk T1"]]);
		expect(JSON.stringify(rows)).not.toContain("xoxb");
		expect(stage.logged.join("\n")).not.toMatch(/xoxb|client-secret/);
	});

	it("speaks both languages", async () => {
		const page = async (lang: string) =>
			(await fetch(`${stage.pages}/slack/install?lang=${lang}`)).text();
		expect(await page("en")).toMatch(/<html lang="en" dir="ltr">[\s\S]*Add to Slack/);
		expect(await page("ar")).toMatch(/<html lang="ar" dir="rtl">[\s\S]*أضفه إلى Slack/);
	});

	it("takes nobody who began elsewhere, late, or with another state", async () => {
		const { server } = stage;
		const begin = async () => {
			const begun = await fetch(`${stage.pages}/slack/install`);
			const cookie = begun.headers.getSetCookie()[0]?.split(";")[0] ?? "";
			return { cookie, state: stateIn(await begun.text()) };
		};
		const [mine, other] = [await begin(), await begin()];
		const code = server.installs.code(desk("T1"), stage.redirectUri);
		const refused = async (at: { state: string; cookie?: string }) =>
			(await stage.comeBack({ ...at, code })).status;
		expect(await refused({ state: mine.state })).toBe(403);
		expect(await refused({ state: mine.state, cookie: other.cookie })).toBe(403);
		expect(await refused({ ...mine, state: mine.state.replace(/^\d/, "9") })).toBe(403);
		expect(await refused({ ...mine, state: "" })).toBe(403);
		stage.clock.ms += 600_000;
		expect(await refused(mine)).toBe(403);
		expect(server.calls.get("oauth.v2.access")).toBeUndefined();
		expect(await stage.store.installations.list()).toEqual([]);
	});

	it("says what went wrong, in the reader's language", async () => {
		const begun = await fetch(`${stage.pages}/slack/install`);
		const cookie = begun.headers.getSetCookie()[0]?.split(";")[0] ?? "";
		const state = stateIn(await begun.text());
		expect((await stage.comeBack({ state, cookie })).status).toBe(400);
		const failed = await stage.comeBack({ state, cookie, code: "code.unknown", lang: "ar" });
		expect([failed.status, failed.text]).toEqual([502, expect.stringContaining("فشل التثبيت")]);
	});
});

describe("workspaces with tokens of their own", () => {
	it("are each answered with theirs, and told their digests", async () => {
		await stage.install(desk("T1"));
		await stage.install(desk("T2"));
		await stage.mention({ team: "T1" });
		await until(() => stage.postedWith.length === 1);
		await stage.mention({ team: "T2" });
		await until(() => stage.postedWith.length === 2);
		expect(stage.postedWith).toEqual([stage.tokenOf("T1"), stage.tokenOf("T2")]);
		const answer: Answer = {
			...{ command: "digest", language: "en", answered: true, heading: "quay", items: [] },
			...{ notes: [], actions: [], total: 0, offset: 0 },
		};
		const post = (space: string) =>
			stage.poster(1).post(
				{
					...{
						key: `k${space}`,
						view: "viewAAAAAAAA",
						answer,
					},
					place: { platform: "slack", space, channel: "C0NEWS0001", thread: null },
				},
				new AbortController().signal,
			);
		expect(await post("T2")).toMatchObject({ kind: "sent" });
		expect(stage.postedWith.at(-1)).toBe(stage.tokenOf("T2"));
		expect(await post("T3")).toEqual({ kind: "closed", reason: "left" });
		// Where the app is not installed a delivery is acknowledged, and nothing more.
		await stage.ask({ team: "T3" });
		expect(stage.server.violations).toEqual([]);
	});

	it("of an organisation share its token, also for digests", async () => {
		await stage.install({ team: null, enterprise: "E1", expiresIn: null });
		await stage.install(desk("T1"));
		await stage.mention({ team: "T8", enterprise: "E1" });
		await until(() => stage.postedWith.length === 1);
		await stage.mention({ team: "T1", enterprise: "E1" });
		await until(() => stage.postedWith.length === 2);
		expect(stage.postedWith).toEqual([stage.tokenOf("E1"), stage.tokenOf("T1")]);
		const rows = await stage.store.installations.list();
		expect(rows.map(({ id, of }) => [id, of])).toEqual([
			["E1", null],
			["T1", null],
			["T8", "E1"],
		]);
	});
});

describe("an installation that ends", () => {
	it("rests alone when the app is taken out, and goes on when it comes back", async () => {
		const { subscriptions, installations } = stage.store;
		await stage.install(desk("T1"));
		await stage.install(desk("T2"));
		await stage.store.of("gulf").subscriptions.add(digest("aaaaaaaaaaaa", "T1"), 9);
		await subscriptions.add(digest("bbbbbbbbbbbb", "T2"), 9);
		const paused = async () => [
			(await stage.store.of("gulf").subscriptions.get("aaaaaaaaaaaa"))?.paused,
			(await subscriptions.get("bbbbbbbbbbbb"))?.paused,
		];
		await stage.event({ team: "T1" }, { type: "tokens_revoked", tokens: { bot: ["U0"] } });
		await stage.event({ team: "T1" }, { type: "app_uninstalled" });
		await until(async () => (await installations.list()).length === 1);
		await until(async () => (await paused())[0] === "left");
		expect(await paused()).toEqual(["left", null]);
		await stage.mention({ team: "T1" });
		await stage.mention({ team: "T2" });
		await until(() => stage.postedWith.length === 1);
		expect(stage.postedWith).toEqual([stage.tokenOf("T2")]);
		await stage.install(desk("T1"));
		expect(await paused()).toEqual([null, null]);
		await stage.mention({ team: "T1" });
		await until(() => stage.postedWith.length === 2);
		expect(stage.postedWith.at(-1)).toBe(stage.tokenOf("T1"));
	});

	it("rests alone when Slack takes its token no more", async () => {
		const { subscriptions, installations } = stage.store;
		await stage.install(desk("T1"));
		await stage.install(desk("T2"));
		await subscriptions.add(digest("aaaaaaaaaaaa", "T1"), 9);
		stage.server.refusedTokens.set(stage.tokenOf("T1"), "token_revoked");
		await stage.mention({ team: "T1" });
		await until(async () => (await installations.get("T1"))?.refused === true);
		await until(async () => (await subscriptions.get("aaaaaaaaaaaa"))?.paused === "left");
		await stage.mention({ team: "T2" });
		await until(() => stage.postedWith.length === 1);
		expect(stage.postedWith).toEqual([stage.tokenOf("T2")]);
		expect((await installations.get("T2"))?.refused).toBe(false);
		expect(stage.logged.join("\n")).not.toContain("fatal");
	});
});

describe("a token that ends", () => {
	const hour = 3_600_000;
	const rotating = { team: "T1", enterprise: null, expiresIn: 43_200 };

	it("is renewed in time by one of two processes, and both go on with the new one", async () => {
		await stage.install(rotating);
		await stage.mention({ team: "T1" });
		stage.useProcess(1);
		await stage.mention({ team: "T1" });
		await until(() => stage.postedWith.length === 2);
		expect(stage.server.installs.renewals).toBe(0);
		const first = stage.tokenOf("T1");
		stage.clock.ms += 11 * hour;
		const asked = [0, 1, 0, 1].map((n) => {
			stage.useProcess(n);
			return stage.mention({ team: "T1" });
		});
		await Promise.all(asked);
		await until(() => stage.postedWith.length === 6);
		expect(stage.server.installs.renewals).toBe(1);
		for (const n of [0, 1]) {
			stage.useProcess(n);
			await stage.mention({ team: "T1" });
		}
		await until(() => stage.postedWith.length === 8);
		expect(stage.tokenOf("T1")).not.toBe(first);
		expect(stage.postedWith.slice(-2)).toEqual([stage.tokenOf("T1"), stage.tokenOf("T1")]);
		expect(stage.server.installs.renewals).toBe(1);
	});

	it("that has ended is renewed before anything is done, and refused where Slack knows it no more", async () => {
		await stage.install(rotating);
		stage.clock.ms += 30 * 24 * hour;
		await Promise.all([stage.mention({ team: "T1" }), stage.mention({ team: "T1" })]);
		await until(() => stage.postedWith.length === 2);
		expect(stage.server.installs.renewals).toBe(1);
		expect(new Set(stage.postedWith)).toEqual(new Set([stage.tokenOf("T1")]));
	});
});
