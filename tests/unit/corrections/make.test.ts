import { describe, expect, it } from "vitest";
import { type AskedCorrection, makeCorrection } from "../../../src/corrections/make.ts";
import { claimOf, targetOf } from "../../../src/corrections/targets.ts";
import { correctionWords } from "../../../src/corrections/words.ts";
import { article, claim, names, say } from "../answers/doubles.ts";

const made = article("a1", ["Mayor Hill denied it.", "Rami Haddad said so. Rima Haddad did not."]);
claim(made, 1, "denied it", { speaker: { name: "Mayor Hill", kind: "person" } });
claim(made, 2, "said so", { speaker: { name: "Rami Haddad", kind: "person" } });
claim(made, 2, "did not", { speaker: { name: "Rima Haddad", kind: "person" } });
const other = article("b2", ["Another."], { url: "https://example.org/other" });
const all = [made, other];
const parts = { who: names.whoIn(all), words: correctionWords(say) };

function ask(more: Partial<AskedCorrection> & Pick<AskedCorrection, "kind">) {
	const target = targetOf("a1-c1", all);
	return makeCorrection({ target, value: "", by: "nora", why: "because", ...more }, parts);
}
function reasonOf(work: () => unknown): string {
	try {
		work();
	} catch (error) {
		return (error as { told: { key: string } }).told.key.replace("correction_", "");
	}
	return "none";
}

describe("what a reference names", () => {
	it.each([
		["a1", "a1", undefined, undefined],
		["a1.txt", "a1", undefined, undefined],
		["some/folder/a1.txt", "a1", undefined, undefined],
		["https://example.org/other", "b2", undefined, undefined],
		["a1.txt:2", "a1", "a1-p2", undefined],
		["a1.txt:2:2", "a1", "a1-p2", "a1-c3"],
		["a1-c2", "a1", "a1-p2", "a1-c2"],
		["a1-p1", "a1", "a1-p1", undefined],
	])("%s", (reference, id, passage, of) => {
		const target = targetOf(reference, all);
		expect([target.article.id, target.passage?.id, target.claim?.id]).toEqual([id, passage, of]);
	});

	it("is refused where it is nothing, or may be several", () => {
		for (const nothing of ["", "a1.txt:9", "a1.txt:2:3", "c3.txt", "a1.txt:1:0"])
			expect(reasonOf(() => targetOf(nothing, all))).toBe("no_target");
		expect(reasonOf(() => claimOf(targetOf("a1.txt:2", all)))).toBe("several");
		expect(reasonOf(() => claimOf(targetOf("b2", all)))).toBe("no_claim");
		expect(claimOf(targetOf("a1.txt:1", all)).id).toBe("a1-c1");
	});
});

describe("what is asked for", () => {
	it("is read in both languages", () => {
		expect(ask({ kind: "act", value: "warns" })).toMatchObject({ to: "warns" });
		const [word = ""] = say("ar", "stance_words.denies").split("|");
		expect(ask({ kind: "act", value: word })).toMatchObject({ to: "denies" });
		expect(ask({ kind: "day", value: "٢٠٢٤-٠٢-٢٩" })).toMatchObject({
			to: { value: "2024-02-29", precision: "day", basis: "given" },
		});
		expect(ask({ kind: "day", value: "غير معروف" })).toMatchObject({ to: { value: null } });
		expect(ask({ kind: "via", value: "Reuters، AFP" })).toMatchObject({ to: ["Reuters", "AFP"] });
		expect(ask({ kind: "via", value: "none" })).toMatchObject({ to: [] });
		expect(ask({ kind: "outlet", value: "unknown" })).toMatchObject({ to: null });
	});

	it("is refused with its reason", () => {
		expect(reasonOf(() => ask({ kind: "act", value: "sings" }))).toBe("no_act");
		for (const day of ["2024-02-30", "monday", "2024-13", "2024-05-02/2024-05-01"])
			expect(reasonOf(() => ask({ kind: "day", value: day }))).toBe("no_day");
		expect(reasonOf(() => ask({ kind: "speaker", value: " " }))).toBe("no_value");
		expect(reasonOf(() => ask({ kind: "speaker", value: "X", speakerKind: "dog" }))).toBe(
			"no_kind",
		);
		expect(reasonOf(() => ask({ kind: "speaker", value: "X", why: " \n" }))).toBe("no_reason");
		expect(reasonOf(() => ask({ kind: "unpair", other: targetOf("a1-c1", all) }))).toBe(
			"same_claim",
		);
	});

	it("names people who are there, one of them", () => {
		const merge = (name: string, value: string) =>
			ask({ kind: "merge", target: null, name, value });
		expect(merge("Mayor Hill", "Rami Haddad")).toMatchObject({
			into: { name: "Mayor Hill" },
			other: { name: "Rami Haddad" },
		});
		expect(reasonOf(() => merge("Haddad", "Mayor Hill"))).toBe("several_people");
		expect(reasonOf(() => merge("Mayor Hill", "Mayor Hill"))).toBe("same_person");
		expect(reasonOf(() => merge("Quentin Zzyzx", "Mayor Hill"))).toBe("stranger");
		expect(reasonOf(() => ask({ kind: "alias", name: "Mayor Hill", value: "Rami Haddad" }))).toBe(
			"known_name",
		);
		expect(reasonOf(() => ask({ kind: "split", target: null, name: "Hyll" }))).not.toBe("none");
	});
});
