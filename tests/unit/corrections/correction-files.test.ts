import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { storeFiles } from "../../../src/corpus/store/files.ts";
import {
	correctionsState,
	keepCorrection,
	readCorrections,
	undoCorrection,
} from "../../../src/corrections/correction-files.ts";
import { articlePlaceOf } from "../../../src/corrections/same-place.ts";
import type { NewCorrection } from "../../../src/domain/corrections.ts";
import { emptyFolder } from "../../correcting.ts";
import { article } from "../answers/doubles.ts";

const hide = (id: string): NewCorrection => ({
	...{ kind: "hide_article", by: "nora", why: "asked" },
	article: articlePlaceOf(article(id, ["A line."])),
});

describe("corrections beside a corpus", () => {
	it("are all kept where several are made at once, and each change shows", async () => {
		const folder = emptyFolder();
		expect(await correctionsState(folder)).toBe("");
		let now = 0;
		await Promise.all(
			Array.from({ length: 30 }, (_, n) => keepCorrection(folder, hide(`a${n}`), () => ++now)),
		);
		const { all, problems } = await readCorrections(folder);
		expect(problems).toEqual([]);
		expect(new Set(all.map(({ id }) => id)).size).toBe(30);
		expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => a - b));
		const before = await correctionsState(folder);
		await undoCorrection(folder, all[0]?.id ?? "", { at: 99, by: "sam", why: "wrong" });
		expect(await correctionsState(folder)).not.toBe(before);
	});

	it("stay, with who took them back and why", async () => {
		const folder = emptyFolder();
		const { id } = await keepCorrection(folder, hide("a1"), () => 5);
		const undoing = { at: 7, by: "sam", why: "settled" };
		await undoCorrection(folder, id.toUpperCase(), undoing);
		await undoCorrection(folder, id, { at: 9, by: "else", why: "late" });
		expect((await readCorrections(folder)).all).toMatchObject([{ id, at: 5, undone: undoing }]);
		await expect(undoCorrection(folder, "zzzzzz", undoing)).rejects.toMatchObject({
			code: "correction_unknown",
		});
	});

	it("leave out what is damaged, and never let a take-back lapse", async () => {
		const folder = emptyFolder();
		const { id } = await keepCorrection(folder, hide("a1"), () => 5);
		const place = (name: string) => join(folder, "corrections", name);
		writeFileSync(place(`${id}.undo.json`), "{");
		writeFileSync(place("aaaaaa.json"), '{"kind":"hide_everything"}');
		writeFileSync(place("bbbbbb.json"), `"${"x".repeat(200_000)}"`);
		const { all, problems } = await readCorrections(folder);
		expect(all).toMatchObject([{ id, undone: {} }]);
		expect(new Set(problems.map(({ file }) => file))).toEqual(
			new Set(
				["aaaaaa.json", "bbbbbb.json", `${id}.undo.json`].map((name) => `corrections/${name}`),
			),
		);
	});

	it("are refused with the field that is too long, and nothing is half written", async () => {
		const folder = emptyFolder();
		await expect(
			keepCorrection(folder, { ...hide("a1"), why: "x".repeat(5_000) }, () => 1),
		).rejects.toMatchObject({ code: "correction_refused", told: { params: { field: "why" } } });
		const full = Object.assign(new Error("full"), { code: "ENOSPC" });
		const files = { ...storeFiles, rename: () => Promise.reject(full) };
		await expect(keepCorrection(folder, hide("a1"), () => 1, files)).rejects.toMatchObject({
			code: "corpus_unwritable",
		});
		expect(readdirSync(join(folder, "corrections"))).toEqual([]);
		expect((await readCorrections(folder)).all).toEqual([]);
	});
});
