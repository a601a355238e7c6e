import fc from "fast-check";
import { expect, it } from "vitest";
import { judgeOf } from "../../../src/answers/find/judge.ts";
import { Library } from "../../../src/answers/library.ts";
import { unknownDate, unknownPublished } from "../../../src/domain/dates.ts";
import { facetsOf } from "../../../src/domain/facets.ts";
import { precisionOf } from "../timeline/precision.ts";
import { article, claim, event, names } from "./doubles.ts";

const outlets = ["Gazette", "Herald", "رويترز", "Reuters"];
const days = ["2023", "2023-07", "2023-07-27", "2024-01-02"];
const day = fc.constantFrom(...days, null);
const told = fc.record({
	outlet: fc.constantFrom(...outlets, null),
	via: fc.array(fc.constantFrom(...outlets), { maxLength: 2 }),
	published: day,
	said: day,
	happened: day,
	speaker: fc.constantFrom("Mara Holt", "Jon Vale"),
	act: fc.constantFrom("asserts", "denies"),
});
const filters = fc.record(
	{
		outlet: fc.constantFrom(...outlets),
		from: fc.constantFrom("2023", "2023-07-20", "2024"),
		to: fc.constantFrom("2023-07", "2023-12", "2024-06"),
		by: fc.constantFrom("Mara Holt", "Vale", "Nobody"),
		stance: fc.constantFrom("denies", "contested"),
	},
	{ requiredKeys: [] },
);
const dated = (value: string | null) =>
	({ ...unknownDate, value, precision: precisionOf(value) }) as const;

function made(id: string, of: typeof told extends fc.Arbitrary<infer T> ? T : never) {
	const { outlet, via, published, said, happened, speaker, act } = of;
	const one = article(id, ["The harbour strike began.", "Grain prices rose."], {
		outlet,
		published: { ...unknownPublished, value: published, precision: precisionOf(published) },
	});
	const by = { name: speaker, kind: "person" } as const;
	claim(one, 1, "The harbour strike began", { via, saidOn: dated(said), speaker: by, act });
	claim(one, 2, "Grain prices rose", { act: "denies" });
	if (act === "denies") {
		const why = { ar: "تناقض", en: "one denies the other" };
		const claims: [string, string] = [one.claims[0]?.id ?? "", one.claims[1]?.id ?? ""];
		one.contradictions.push({ claims, kind: "denial", strength: "direct", why });
	}
	event(one, 2, "Grain prices rose", happened);
	return one;
}

it("lets every article through of which a passage is accepted", () => {
	fc.assert(
		fc.property(fc.array(told, { minLength: 1, maxLength: 4 }), filters, (all, asked) => {
			const articles = all.map((of, n) => made(`a${n}`, of));
			const judge = judgeOf(new Library(articles), names);
			const accepts = judge.accepts({ filters: asked });
			const tests = judge.narrows?.({ filters: asked }) ?? [];
			const { act, ...named } = {
				...asked,
				act: asked.stance === "denies" ? asked.stance : undefined,
			};
			const prefer = { ...named, act };
			const agreeing = judge.preferring?.(prefer);
			const prefers = judge.prefers(prefer);
			for (const one of articles) {
				const facets = facetsOf(one);
				const agrees = agreeing?.some(({ facet, test }) => facets[facet].some(test)) ?? true;
				const isPreferred = one.passages.some((passage) => prefers({ article: one, passage }) > 0);
				if (isPreferred) expect(agrees).toBe(true);
				const passes = tests.every(({ facet, test }) => facets[facet].some(test));
				const isAccepted = one.passages.some((passage) => accepts({ article: one, passage }));
				if (isAccepted) expect(passes).toBe(true);
			}
		}),
	);
});
