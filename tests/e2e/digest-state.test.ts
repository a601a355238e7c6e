import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../../src/storage/open.ts";
import { subscription } from "../contract/store/digests.ts";
import { isnad, isnadHere, isOneLine, temporaryFolder } from "./run.ts";

it("backs the state up while it is in use, and restores it when it is not", async () => {
	const data = temporaryFolder();
	const env = { ISNAD_DATA: data };
	const file = join(data, "backup.db");
	const store = await openStore({ data });
	await store.settings.put("slack/T1", { language: "ar" });

	const backup = await isnad(["backup", file, "--json"], { env });
	expect(backup.status).toBe(0);
	expect(JSON.parse(backup.stdout)).toEqual({ file, bytes: (await readFile(file)).length });

	const refused = await isnad(["restore", file], { env });
	expect(refused).toMatchObject({ status: 1, stdout: "" });
	expect(refused.stderr).toContain("in use");
	expect(isOneLine(refused.stderr)).toBe(true);

	await store.settings.put("slack/T1", { language: "en" });
	await store.close();
	const restored = await isnad(["restore", file], { env });
	expect(restored.status).toBe(0);
	expect(restored.stdout).toContain("before-restore");
	const after = await openStore({ data });
	expect(await after.settings.get("slack/T1")).toEqual({ language: "ar" });
	await after.close();
});

it("lists the digests of all channels for an operator", async () => {
	const data = temporaryFolder();
	const env = { ISNAD_DATA: data };
	expect((await isnadHere(["digest", "list"], { env })).stdout).toBe("No channel has a digest.\n");
	const store = await openStore({ data });
	await store.subscriptions.add(subscription("s1"), 9);
	await store.close();
	const { stdout, status } = await isnadHere(["digest", "list"], { env });
	expect(status).toBe(0);
	expect(stdout).toContain("slack C1");
	expect(stdout).toContain("china drones outlet:Reuters");
	expect(stdout).toContain("Asia/Riyadh");
	const json = await isnadHere(["digest", "list", "--json"], { env });
	expect(JSON.parse(json.stdout)).toMatchObject({ ...subscription("s1"), deliveries: [] });
});

it("says what is wrong with how it was asked to, in one sentence", async () => {
	const env = { ISNAD_DATA: temporaryFolder() };
	const asked = await Promise.all([
		isnadHere(["backup"], { env }),
		isnadHere(["restore", "a", "b"], { env }),
		isnadHere(["digest"], { env }),
		isnadHere(["backup", "there.db"], { env }),
		isnadHere(["restore", "nowhere.db"], { env }),
		isnadHere(["backup", "x.db"], { env: { ...env, DATABASE_URL: "postgres://localhost/isnad" } }),
	]);
	expect(asked.map(({ status }) => status)).toEqual([2, 2, 2, 1, 1, 1]);
	for (const { stderr, stdout } of asked) {
		expect(isOneLine(stderr)).toBe(true);
		expect(stdout).toBe("");
	}
});
