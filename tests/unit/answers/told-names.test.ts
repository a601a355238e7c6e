import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { whoSaid } from "../../../adapters/shared/answer/who-said.ts";
import { ToldNames } from "../../../src/answers/told-names.ts";
import type { IdentityTable } from "../../../src/identity/identity-table.ts";
import { closeDesks, shippedApp } from "../../desk.ts";
import { article, claim, say } from "./doubles.ts";

let who: IdentityTable;
beforeAll(async () => {
	who = (await shippedApp()).answerer.who();
});
afterAll(closeDesks);

const relayed = (via: string[]) => {
	const of = article("of", ["The harbour is closed"]);
	return claim(of, 1, "The harbour is closed", { via, speaker: { name: "Hill", kind: "person" } });
};

describe("who relayed a claim", () => {
	it.each([
		["ar", "Reuters", "رويترز"],
		["en", "رويترز", "Reuters"],
		["ar", "Wall Street Journal", "صحيفة وول ستريت جورنال"],
		["en", "Reuters", "Reuters"],
		// As the article prints it, where that is the asker's language.
		["ar", "وكالة رويترز للأنباء", "وكالة رويترز للأنباء"],
		// Nobody knows how it is called in Arabic.
		["ar", "Harbour Gazette", "Harbour Gazette"],
	] as const)("in %s %s is %s", (language, printed, told) => {
		expect(new ToldNames(who, language).nameOf(printed)).toBe(told);
	});

	it("is told in the asker's language, and keeps what the article prints", () => {
		const told = new ToldNames(who, "ar").claim(relayed(["Reuters", "Harbour Gazette"]));
		expect(told.via).toEqual(["Reuters", "Harbour Gazette"]);
		expect(whoSaid(told, "ar", say).act).toBe(": قول، نقلاً عن رويترز، \u2068Harbour Gazette\u2069");
	});

	it("stands so in answers, in what stands against them and in quotations", async () => {
		const { answerer } = await shippedApp();
		const answer = await answerer.answer({ command: "claims", text: "مسيّرات الصين" });
		const shown = answer.items.flatMap((item) =>
			item.kind === "claim" ? [item.claim, ...item.contradictedBy.map((one) => one.claim)] : [],
		);
		const relays = shown.flatMap(({ viaLabel = [] }) => viaLabel);
		expect(relays).toContain("رويترز");
		expect(relays).toContain("صحيفة وول ستريت جورنال");
		const [first] = answer.items;
		if (first?.kind !== "claim") throw new Error("no claim");
		const { article: of, passage, line, start, end } = first.citation;
		const place = { article: of, passage, line, start, end, stated: first.claim.id };
		const quotation = answerer.quotation(place, "ar");
		expect((await quotation)?.said?.viaLabel).toEqual(["صحيفة وول ستريت جورنال"]);
	});
});
