import { describe, expect, it } from "vitest";
import type { IdentityEdit } from "../../../src/identity/identity-edits.ts";
import { NameMatcher } from "../../../src/identity/name-matcher.ts";
import { factsOf } from "../../../src/identity/who-is-who.ts";
import { article, claim, lexicon } from "../answers/doubles.ts";

const speaker = (name: string) => ({ speaker: { name, kind: "person" as const } });
const one = article("a1", ["Carla Mendes said so.", "Mendes said more."]);
claim(one, 1, "said so", speaker("Carla Mendes"));
claim(one, 2, "said more", speaker("Mendes"));
const two = article("b2", ["C. M. Ortega agreed.", "Carla Mendes did not."]);
claim(two, 1, "agreed", speaker("C. M. Ortega"));
claim(two, 2, "did not", speaker("Carla Mendes"));
const articles = [one, two];

function whoWith(...edits: IdentityEdit[]) {
	const names = new NameMatcher(lexicon, new Set(), []);
	names.edit(edits);
	return names.whoIn([...articles]);
}
function told(who: ReturnType<typeof whoWith>) {
	return who.identities.map(({ name, claims }) => `${name.en} ${claims}`).sort();
}
const ref = (name: string, id = "") => ({ id, name });

describe("an operator's word on who is who", () => {
	it("is nothing where none is said", () => {
		expect(told(whoWith())).toEqual(["C. M. Ortega 1", "Carla Mendes 3"]);
	});

	it("makes two one, under the name of the first", () => {
		const who = whoWith({ kind: "merge", into: ref("Carla Mendes"), other: ref("C. M. Ortega") });
		expect(told(who)).toEqual(["Carla Mendes 4"]);
		expect(who.find("C. M. Ortega").identities).toEqual(who.find("Carla Mendes").identities);
		const claims = articles.flatMap((each) => each.claims);
		expect(new Set(claims.flatMap((each) => who.speakers(each))).size).toBe(1);
	});

	it("merges nobody where one of the two is not there", () => {
		const edit: IdentityEdit = {
			...{ kind: "merge", into: ref("Carla Mendes"), other: ref("Nobody Atall") },
		};
		expect(told(whoWith(edit))).toEqual(told(whoWith()));
	});

	it("sets a spelling apart, everywhere or in one article", () => {
		expect(told(whoWith({ kind: "split", name: "Mendes", article: null }))).toEqual([
			...["C. M. Ortega 1", "Carla Mendes 2", "Mendes 1"],
		]);
		const who = whoWith({ kind: "split", name: "Carla Mendes", article: "b2" });
		expect(told(who)).toEqual(["C. M. Ortega 1", "Carla Mendes 1", "Carla Mendes 2"]);
		const [there] = two.claims.filter(({ quote }) => quote === "did not");
		const [here] = one.claims;
		if (!there || !here) throw new Error("no claims");
		expect(who.speakers(there)).not.toEqual(who.speakers(here));
	});

	it("teaches a name, which questions know too", () => {
		const who = whoWith({ kind: "alias", of: ref("Carla Mendes"), name: "كارلا مندس" });
		const [found] = who.find("كارلا مندس").identities;
		expect(found).toMatchObject({ name: { en: "Carla Mendes", ar: "كارلا مندس" }, claims: 3 });
		expect(found?.spellings).not.toContain("كارلا مندس");
		expect(factsOf(who).speakers.flat()).toContain("كارلا مندس");
	});
});
