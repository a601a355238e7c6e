import { expect, it } from "vitest";
import type { Store } from "../../../src/domain/state/store.ts";

/** What every store does with what was translated. */
export function translationSuite(store: () => Store): void {
	it("keeps what was translated by its key, and the newer text of one", async () => {
		const { translations } = store();
		expect(await translations.get("k1")).toBeNull();
		await translations.put("k1", "one \u2068x\u2069", 1);
		await translations.put("k2", "اثنان", 1);
		await translations.put("k1", "one more", 2);
		expect(await translations.get("k1")).toBe("one more");
		expect(await translations.get("k2")).toBe("اثنان");
	});

	it("drops what was kept before a time, and says how much", async () => {
		const { translations } = store();
		const day = Date.UTC(2026, 0, 2);
		await translations.put("old", "x", day - 1);
		await translations.put("new", "y", day);
		expect(await translations.dropBefore(day)).toBe(1);
		expect(await translations.get("old")).toBeNull();
		expect(await translations.get("new")).toBe("y");
	});

	it("lets a day's characters be spent up to the bound, and notes nothing beyond it", async () => {
		const { translations } = store();
		expect(await translations.spend("2026-01-01", 60, 100)).toBe(true);
		expect(await translations.spend("2026-01-01", 41, 100)).toBe(false);
		expect(await translations.spend("2026-01-01", 40, 100)).toBe(true);
		expect(await translations.spend("2026-01-01", 1, 100)).toBe(false);
		expect(await translations.spend("2026-01-02", 100, 100)).toBe(true);
		expect(await translations.spend("2026-01-03", 101, 100)).toBe(false);
		await translations.dropBefore(Date.UTC(2026, 0, 2));
		expect(await translations.spend("2026-01-02", 1, 100)).toBe(false);
		expect(await translations.spend("2026-01-01", 100, 100)).toBe(true);
	});

	it("lets no two spend the same at the same moment", async () => {
		const { translations } = store();
		const tries = Array.from({ length: 30 }, () => translations.spend("2026-01-01", 10, 100));
		expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(10);
	});
}
