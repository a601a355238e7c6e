import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../src/app/config.ts";
import { routesOf } from "../../../src/app/serving/web.ts";
import { noMetrics } from "../../../src/domain/metrics.ts";
import { isOneLine, run } from "../../unit/app/doubles.ts";
import { marks, openStage, type Stage, stageFolder } from "./stage.ts";

let folder: string;
let stage: Stage;
let env: Record<string, string>;
beforeAll(async () => {
	folder = await stageFolder();
	const now = () => Date.UTC(2024, 4, 10);
	stage = await openStage({ folder, now, answers: { gulf: ["slack:T1", "slack:T2/C9"] } });
	env = {
		ISNAD_CORPUS: join(folder, "default"),
		ISNAD_COLLECTIONS: join(folder, "collections.json"),
		ISNAD_DATA: join(folder, "data"),
		ISNAD_READER_SECRET: "a secret of sixteen",
	};
});
afterAll(async () => {
	await stage.close();
	rmSync(folder, { recursive: true, force: true });
});

describe("commands", () => {
	it("list and check collections", async () => {
		const { stdout } = await run(["collections", "list"], { env });
		expect(stdout).toMatch(/^default: .*; answers every other place$/m);
		expect(stdout).toMatch(/^gulf gulf \(gulf\): .*gulf; answers slack:T1, slack:T2\/C9$/m);
		expect(stdout).toMatch(/^nile .*answers nobody$/m);
		const checked = await run(["collections", "check"], { env });
		expect([checked.status, checked.stdout]).toEqual([
			0,
			expect.stringMatching(/^ok {3} collection levant: 2 articles\. \d+ claims/m),
		]);
	});

	it("answer from the collection that is named", async () => {
		const about = async (...args: string[]) =>
			(await run(["claims", "harbour strike", "--json", ...args], { env })).stdout;
		expect(await about("--collection", "gulf")).toContain(marks.gulf?.town);
		expect(await about()).toContain(marks.default?.town);
		expect(await about()).not.toContain(marks.gulf?.town);
	});

	it.each([
		[
			["claims", "x", "--collection", "nowhere"],
			/no collection "nowhere": use one of default, gulf/,
		],
		[["claims", "x", "--collection", "gulf", "--corpus", "x"], /both name a corpus/],
		[["claims", "x", "--collection", ""], /--collection is empty/],
		[["collections", "secret"], /takes list, check or secret ID/],
	])("refuse %j in one sentence", async (args, says) => {
		const { status, stderr } = await run(args, { env });
		expect([status, isOneLine(stderr)]).toEqual([2, true]);
		expect(stderr).toMatch(says);
	});

	it("name the file that is wrong", async () => {
		const broken = { ...env, ISNAD_COLLECTIONS: join(folder, "nowhere.json") };
		const { status, stderr } = await run(["doctor"], { env: broken });
		expect([status, stderr]).toEqual([
			1,
			expect.stringMatching(/^ISNAD_COLLECTIONS, .*nowhere\.json/),
		]);
	});

	it("list installations without a word of a token", async () => {
		const { status, stdout } = await run(["installations", "list"], { env });
		expect([status, stdout]).toEqual([0, "The app is installed nowhere.\n"]);
	});
});

describe("the reader", () => {
	it("has the pages of each collection at a path of its own, under a secret of its own", async () => {
		const config = readConfig(env);
		const guarded = readConfig({ ...env, PUBLIC_URL: "https://news.example/isnad" });
		const [collections, store] = [stage.collections, stage.store];
		const app = await stage.collections.use("default", async (opened) => opened.app);
		const parts = { app, collections, store, metrics: noMetrics, now: Date.now, log: () => {} };
		const pageOf = async (
			of: typeof config,
			path: string,
			headers: Record<string, string> = {},
		) => {
			for (const routes of await routesOf({ ...parts, config: of })) {
				const response = await routes.request(path, { headers: { host: "localhost", ...headers } });
				if (response.status !== 404)
					return { status: response.status, text: await response.text() };
			}
			return { status: 404, text: "" };
		};
		const query = "?q=harbour+strike&lang=en";
		expect((await pageOf(config, `/in/gulf/t${query}`)).text).toContain(marks.gulf?.town);
		expect((await pageOf(config, `/t${query}`)).text).toContain(marks.default?.town);
		expect((await pageOf(config, `/in/nowhere/t${query}`)).status).toBe(404);
		// What opens one opens no other.
		const secretOf = async (id: string) =>
			(await run(["collections", "secret", id], { env })).stdout.trim();
		expect(await secretOf("gulf")).not.toBe(await secretOf("levant"));
		const signIn = async (path: string, secret: string) => {
			for (const routes of await routesOf({ ...parts, config: guarded })) {
				const response = await routes.request(path, {
					method: "POST",
					headers: { host: "localhost", "content-type": "application/x-www-form-urlencoded" },
					body: new URLSearchParams({ secret, next: "/" }).toString(),
				});
				if (response.status !== 404) return response.headers.getSetCookie()[0]?.split(";")[0];
			}
			return undefined;
		};
		const cookie = (await signIn("/in/gulf/login", await secretOf("gulf"))) ?? "";
		expect(cookie).not.toBe("");
		expect(await signIn("/in/gulf/login", "a secret of sixteen")).toBeUndefined();
		expect((await pageOf(guarded, `/in/gulf/t${query}`, { cookie })).text).toContain(
			marks.gulf?.town,
		);
		for (const path of ["/in/levant", ""])
			expect((await pageOf(guarded, `${path}/t${query}`, { cookie })).text).not.toMatch(
				/Westmoor|Northmoor/,
			);
	});
});
