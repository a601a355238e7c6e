import { expect, it } from "vitest";
import type { Subscription } from "../../../src/domain/digest.ts";
import type { Store } from "../../../src/domain/state/store.ts";

const row = (id: string, more: object = {}) => ({
	...{ id, of: null, name: `desk ${id}`, sealed: "s1", keyId: "k1", expiresAt: 500 },
	...{ installedAt: 5, ...more },
});

/** Where the app is installed: one row for each workspace or organisation, whatever collection. */
export function installationSuite(store: () => Store): void {
	it("keeps an installation, and puts a new one in its place", async () => {
		const { installations } = store();
		await installations.put(row("T1"));
		expect(await installations.get("T1")).toEqual({ ...row("T1"), refused: false, version: 1 });
		expect(await installations.refuse("T1", 1)).toBe(true);
		expect(await installations.get("T1")).toMatchObject({ refused: true, version: 2 });
		expect(await store().of("gulf").installations.get("T1")).toMatchObject({ version: 2 });
		await installations.put(row("T1", { sealed: "s2" }));
		expect(await installations.get("T1")).toMatchObject({
			sealed: "s2",
			refused: false,
			version: 3,
		});
		// Whoever learnt it of the old token says nothing of the new one.
		expect(await installations.refuse("T1", 2)).toBe(false);
		expect(await installations.get("T2")).toBeNull();
	});

	it("lets one at a time renew a token", async () => {
		const { installations } = store();
		await installations.put(row("T1"));
		const take = (lease: string, now: number) =>
			installations.takeRenewal("T1", lease, now, now + 10);
		// Which of two that come at once is the first is nobody's to say.
		const taken = await Promise.all([take("a", 100), take("b", 100)]);
		expect(taken.filter(Boolean)).toHaveLength(1);
		expect(await take("b", 109)).toBe(false);
		expect(await take("b", 110)).toBe(true);
		const renewed = { sealed: "s2", keyId: "k2", expiresAt: 900 };
		expect(await installations.endRenewal("T1", "a", renewed)).toBe(false);
		expect(await installations.endRenewal("T1", "b", renewed)).toBe(true);
		expect(await installations.get("T1")).toMatchObject({ ...renewed, version: 2 });
		expect(await installations.endRenewal("T1", "b", null)).toBe(false);
		expect(await take("c", 111)).toBe(true);
		expect(await installations.endRenewal("T1", "c", null)).toBe(true);
		expect(await installations.get("T1")).toMatchObject({ sealed: "s2", version: 2 });
	});

	it("removes an organisation with the workspaces that were met of it", async () => {
		const { installations } = store();
		await installations.put(row("E1"));
		await installations.put(row("T1"));
		for (const id of ["T1", "T2"])
			await installations.meet({ id, of: "E1", name: id, installedAt: 6 });
		expect((await installations.list()).map(({ id, of }) => [id, of])).toEqual([
			["E1", null],
			["T1", null],
			["T2", "E1"],
		]);
		expect(await installations.remove("E1")).toEqual(["E1", "T2"]);
		expect(await installations.remove("E1")).toEqual([]);
		expect((await installations.list()).map(({ id }) => id)).toEqual(["T1"]);
	});

	it("pauses the digests of a workspace in every collection, and lets those go on alone", async () => {
		const [gulf, levant] = [store().of("gulf"), store().of("levant")];
		const one = (id: string, space: string, paused: "asked" | null = null): Subscription => ({
			...{ id, maker: "U1", language: "en", when: "daily", at: "07:30", zone: "UTC", paused },
			...{ request: { command: "claims", text: "quay" }, days: ["mon"], empty: "say" },
			place: { platform: "slack", space, channel: "C1", thread: null },
			...{ createdAt: 1, from: "2024-05-06", since: 0, lastDay: null, nextDue: 1 },
		});
		await gulf.subscriptions.add(one("aaaaaaaaaaaa", "T1"), 9);
		await gulf.subscriptions.add(one("bbbbbbbbbbbb", "T1", "asked"), 9);
		await levant.subscriptions.add(one("cccccccccccc", "T1"), 9);
		await levant.subscriptions.add(one("dddddddddddd", "T2"), 9);
		const paused = async () =>
			[...(await gulf.subscriptions.page("", 9)), ...(await levant.subscriptions.page("", 9))].map(
				(each) => each.paused,
			);
		expect(await store().subscriptions.leave("slack", "T1")).toBe(2);
		expect(await paused()).toEqual(["left", "asked", "left", null]);
		expect(await store().subscriptions.comeBack("slack", "T1", 70)).toBe(2);
		expect(await paused()).toEqual([null, "asked", null, null]);
		expect(await gulf.subscriptions.get("aaaaaaaaaaaa")).toMatchObject({ nextDue: 70, since: 0 });
	});
}
