import { describe, expect, it } from "vitest";
import type { Store } from "../../../src/domain/state/store.ts";
import type { Token } from "../../../src/domain/tokens.ts";

export function tokenOf(id: string, more: Partial<Token> = {}): Token {
	return {
		...{ id, name: `program ${id}`, hash: "0a".repeat(32), createdAt: 5, expires: null },
		...{ revokedAt: null, lastUsed: null },
		...more,
	};
}

const [one, two, three] = ["token00001", "token00002", "token00003"] as const;

/** What lets other programs ask, in every store. */
export function tokenSuite(store: () => Store): void {
	describe("tokens", () => {
		it("are given back as they were put, in the order in which they were made", async () => {
			const { tokens } = store();
			expect([await tokens.any(), await tokens.list()]).toEqual([false, []]);
			const odd = tokenOf(two, { name: "مساعد \u2068o'hara; --", expires: "2030-01-31" });
			expect(await tokens.add({ ...odd, createdAt: 4 })).toBe(true);
			expect(await tokens.add(tokenOf(one))).toBe(true);
			expect(await tokens.list()).toEqual([{ ...odd, createdAt: 4 }, tokenOf(one)]);
			expect(await tokens.get(one)).toEqual(tokenOf(one));
			expect(await tokens.get(three)).toBeNull();
			expect(await tokens.any()).toBe(true);
		});

		it("have a name that one of them at a time holds, also where two are made at once", async () => {
			const { tokens } = store();
			const made = await Promise.all(
				[one, two, three].map((id) => tokens.add(tokenOf(id, { name: "desk" }))),
			);
			expect(made.filter(Boolean)).toHaveLength(1);
			const [held] = await tokens.list();
			expect(await tokens.add(tokenOf(held?.id ?? "", { name: "other" }))).toBe(false);
			expect(await tokens.revoke(held?.id ?? "", 9)).toBe(true);
			const free = [one, two, three].find((id) => id !== held?.id) ?? "";
			expect(await tokens.add(tokenOf(free, { name: "desk", createdAt: 10 }))).toBe(true);
			expect((await tokens.list()).map(({ id }) => id)).toEqual([held?.id, free]);
		});

		it("are revoked once, and stay known", async () => {
			const { tokens } = store();
			await tokens.add(tokenOf(one));
			expect(await tokens.revoke(two, 7)).toBe(false);
			expect(await tokens.revoke(one, 7)).toBe(true);
			expect(await tokens.revoke(one, 8)).toBe(false);
			expect(await tokens.get(one)).toEqual(tokenOf(one, { revokedAt: 7 }));
			expect(await tokens.any()).toBe(true);
		});

		it("keep the latest day on which they were used", async () => {
			const { tokens } = store();
			await tokens.add(tokenOf(one));
			await Promise.all(
				["2024-03-05", "2024-03-04", "2024-02-29"].map((day) => tokens.used(one, day)),
			);
			await tokens.used(two, "2024-03-04");
			expect((await tokens.get(one))?.lastUsed).toBe("2024-03-05");
			await tokens.used(one, "2024-03-06");
			expect((await tokens.get(one))?.lastUsed).toBe("2024-03-06");
		});
	});
}
