import { describe, expect, it } from "vitest";
import { verifyCitations } from "../../../src/answers/check-citations.ts";
import { Library } from "../../../src/answers/library.ts";
import type { Answer, AnswerItem } from "../../../src/domain/answer.ts";
import { answererOf, article, claim } from "./doubles.ts";

function stored() {
	const of = article("of", ["The harbour strike ended, the mayor said."]);
	const said = claim(of, 1, "The harbour strike ended");
	const denied = claim(of, 1, "harbour strike ended", { act: "denies" });
	of.contradictions.push({
		claims: [said.id, denied.id],
		kind: "denial",
		strength: "direct",
		why: { en: "why", ar: "لماذا" },
	});
	return of;
}

type Spoil = (item: Exclude<AnswerItem, { kind: "source" }>) => void;

describe("the check of citations", () => {
	const cases: [string, Spoil][] = [
		[
			"one letter of the quotation",
			(item) => {
				item.quote = item.quote.replace("e", "a");
			},
		],
		[
			"an empty quotation",
			(item) => {
				item.quote = "";
			},
		],
		[
			"an offset",
			(item) => {
				item.citation.start = (item.citation.start ?? 0) + 1;
			},
		],
		[
			"an offset before the passage",
			(item) => {
				item.citation.start = 0;
			},
		],
		[
			"missing offsets",
			(item) => {
				item.citation.start = null;
			},
		],
		[
			"the line",
			(item) => {
				item.citation.line = 7;
			},
		],
		[
			"the file",
			(item) => {
				item.citation.file = "other.txt";
			},
		],
		[
			"the article",
			(item) => {
				item.citation.article = "other";
			},
		],
		[
			"the rendering",
			(item) => {
				item.rendering = "paraphrase";
			},
		],
		[
			"another place",
			(item) => {
				item.alsoIn = [{ ...item.citation, line: 9 }];
			},
		],
		[
			"a counterpart",
			(item) => {
				if (item.kind !== "event" && item.contradictedBy?.[0]) item.contradictedBy[0].quote += "!";
			},
		],
		[
			"the context",
			(item) => {
				if (item.kind === "passage") item.context = "something else";
			},
		],
	];

	for (const command of ["claims", "ask"] as const) {
		it.each(cases)(
			`holds an answer to ${command} back when it differs in %s`,
			async (what, spoil) => {
				const of = stored();
				const answer = await answererOf([of]).answer({ command, text: "harbour strike" });
				const copy = structuredClone(answer) as Answer;
				expect(() => verifyCitations(copy, new Library([of]))).not.toThrow();
				const [first] = copy.items;
				if (!first || first.kind === "source") throw new Error("expected a quotation");
				if (what === "the context" && first.kind !== "passage") return;
				spoil(first);
				expect(() => verifyCitations(copy, new Library([of]))).toThrow(
					expect.objectContaining({ code: "citation_unverified" }),
				);
			},
		);
	}

	it("never sends an answer whose stored claim is not in its passage", async () => {
		const of = stored();
		for (const each of of.claims) each.quote = each.quote.replace("ended", "began");
		const asked = answererOf([of]).answer({ command: "claims", text: "harbour strike" });
		await expect(asked).rejects.toMatchObject({ code: "citation_unverified" });
	});

	it("takes a paraphrase only as it is stored", async () => {
		const of = article("of", ["انتهى الإضراب"], { rendering: "paraphrase" });
		for (const passage of of.passages) {
			passage.source = { line: 1, start: null, end: null };
			passage.paraphrase = { ar: passage.text, en: "The strike is over." };
		}
		const answer = await answererOf([of]).answer({
			command: "ask",
			text: "الإضراب",
			language: "en",
		});
		const copy = structuredClone(answer) as Answer;
		const [first] = copy.items;
		if (!first || first.kind === "source") throw new Error("expected a quotation");
		first.quote = "The strike is nearly over.";
		expect(() => verifyCitations(copy, new Library([of]))).toThrow(/paraphrase differs/);
	});
});
