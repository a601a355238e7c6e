import { renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepCorrection, undoCorrection } from "../../../../src/corrections/correction-files.ts";
import {
	articlePlaceOf,
	claimPlaceOf,
	passagePlaceOf,
} from "../../../../src/corrections/same-place.ts";
import type { Article } from "../../../../src/domain/article.ts";
import type { NewCorrection } from "../../../../src/domain/corrections.ts";
import { emptyFolder, liveOver } from "../../../correcting.ts";
import { article, claim } from "../../answers/doubles.ts";

const told = { by: "nora", why: "because" };
function corpus(): [Article, Article] {
	const strike = article("a1", [
		"The harbour strike began, said Hill.",
		"The harbour strike ended.",
	]);
	claim(strike, 1, "The harbour strike began", { speaker: { name: "Mayor Hill", kind: "person" } });
	const other = article("b2", ["A harbour strike elsewhere."]);
	return [strike, other];
}
function place(of: Article) {
	const [passage] = of.passages;
	const [first] = of.claims;
	if (!passage || !first) throw new Error("an empty article");
	return {
		article: articlePlaceOf(of),
		passage: passagePlaceOf(passage),
		claim: claimPlaceOf(first),
	};
}

describe("a correction that somebody makes while it is served", () => {
	it("is in the next answer, and is not any more once it is taken back", async () => {
		const folder = emptyFolder();
		const [strike, other] = corpus();
		const live = liveOver([strike, other], folder);
		const quotes = async () => {
			const { items } = await live.answer({ command: "search", text: "harbour strike" });
			return items.map((item) => item.kind === "passage" && item.quote).sort();
		};
		expect(await quotes()).toHaveLength(3);
		const { article: of, passage } = place(strike);
		const made: NewCorrection = { kind: "hide_passage", ...told, article: of, passage };
		const { id } = await keepCorrection(folder, made, Date.now);
		expect(await quotes()).toEqual(["A harbour strike elsewhere.", "The harbour strike ended."]);
		await undoCorrection(folder, id, { at: 1, ...told });
		expect(await quotes()).toHaveLength(3);
	});

	it("is in every answer that is asked for behind it, however many wait", async () => {
		const folder = emptyFolder();
		const [strike, other] = corpus();
		const live = liveOver([strike, other], folder);
		await live.warmUp();
		await keepCorrection(
			folder,
			{ kind: "hide_article", ...told, article: articlePlaceOf(other) },
			Date.now,
		);
		const asked = Array.from({ length: 20 }, () =>
			live.answer({ command: "search", text: "harbour strike" }),
		);
		for (const answer of await Promise.all(asked))
			expect(answer.items.map((item) => "citation" in item && item.citation.article)).not.toContain(
				"b2",
			);
		expect(live.stored()).toHaveLength(2);
	});

	it("holds on while the folder of corrections cannot be looked at", async () => {
		const folder = emptyFolder();
		const [strike, other] = corpus();
		const live = liveOver([strike, other], folder);
		const size = async () =>
			(await live.answer({ command: "search", text: "harbour strike" })).items.length;
		await keepCorrection(
			folder,
			{ kind: "hide_article", ...told, article: articlePlaceOf(other) },
			Date.now,
		);
		expect(await size()).toBe(2);
		const corrections = join(folder, "corrections");
		renameSync(corrections, `${corrections}-away`);
		// A link to itself: not even root can look behind it.
		symlinkSync("corrections", corrections);
		expect(await size()).toBe(2);
	});

	it("holds over a new reading that comes in", async () => {
		const folder = emptyFolder();
		const [strike, other] = corpus();
		const live = liveOver([strike, other], folder);
		const { article: of, claim: at } = place(strike);
		const to = { name: "Deputy Hale", kind: "person" } as const;
		await keepCorrection(
			folder,
			{ kind: "speaker", ...told, article: of, claim: at, to },
			Date.now,
		);
		const [again] = corpus();
		again.claims = again.claims.map((each) => ({ ...each, id: "a1-c77" }));
		await live.apply({ put: [again], pairs: new Map(), removed: [], hash: "", digests: new Map() });
		const { items, notes } = await live.answer({ command: "claims", text: "harbour strike" });
		expect(items[0]).toMatchObject({
			claim: { id: "a1-c77", speaker: { name: "Deputy Hale" }, corrected: ["speaker"] },
		});
		expect(notes).toContain("Set by the operator, not read in the text: speaker.");
		const by = await live.answer({ command: "claims", text: "", by: "Deputy Hale" });
		expect(by.items).toHaveLength(1);
		expect((await live.answer({ command: "claims", text: "", by: "Mayor Hill" })).items).toEqual(
			[],
		);
	});

	it("is told where something is missing, without the words that are", async () => {
		const folder = emptyFolder();
		const [strike, other] = corpus();
		const live = liveOver([strike, other], folder);
		const { article: of, passage } = place(strike);
		await keepCorrection(folder, { kind: "hide_passage", ...told, article: of, passage }, Date.now);
		await keepCorrection(
			folder,
			{ kind: "hide_article", ...told, article: articlePlaceOf(other) },
			Date.now,
		);
		const search = await live.answer({ command: "search", text: "harbour strike" });
		expect(search.notes).toContain("1 part of the articles shown was taken down by the operator.");
		const none = await live.answer({ command: "ask", text: "zebra", language: "ar" });
		const sources = await live.answer({ command: "sources", text: "" });
		expect(none.notes.join()).toMatch(/سحب المشغّل مقالا واحدا/);
		expect(sources.notes.join()).toMatch(/1 article was taken down by the operator/);
		expect(JSON.stringify([search, none, sources])).not.toMatch(/said Hill|elsewhere/);
	});

	it("is told in no digest as something that is gone", async () => {
		const folder = emptyFolder();
		const [strike, other] = corpus();
		const live = liveOver([other], folder);
		const [gone] = strike.claims;
		if (!gone) throw new Error("no claim");
		const { title, outlet, url, published, language, rendering, source } = strike;
		const head = { title, outlet, url, published, language, rendering, file: source.file };
		const digest = () =>
			live.digest({
				request: { command: "claims", text: "harbour strike" },
				language: "en",
				day: "2024-05-06",
				since: null,
				missed: null,
				newClaims: new Set(),
				gone: [{ claim: gone, article: "a1", how: "withdrawn", head }],
				told: new Set([gone.id]),
				articles: 0,
			});
		expect(JSON.stringify(await digest())).toContain("harbour strike began");
		await keepCorrection(
			folder,
			{ kind: "remove", ...told, article: articlePlaceOf(strike) },
			Date.now,
		);
		expect((await digest()).items).toEqual([]);
	});
});
