import { describe, expect, it } from "vitest";
import { detectMetadata } from "../../../../src/corpus/index.ts";
import { englishBody, rules } from "../rules.ts";

const title = "Council says riverside park work begins next month";
const menu = "News | Sports | Arts | Letters";

const titleOf = (...head: string[]) => detectMetadata([...head, "", ...englishBody], rules).title;

describe("a headline below the menu", () => {
	it.each([
		["a long name", ["Subscribe | Log in | E-edition", "THE NEW RIVERSIDE TOWN SENTINEL-TRIBUNE"]],
		["a motto", ["The Sarin Lantern", "What the mayor and the council would not tell the town"]],
		["a motto over the name", ["The student news site of Sarin College", "The Sarin Lantern"]],
	])("counts more than %s above it", (_, above) => {
		expect(titleOf(...above, menu, title)).toBe(title);
	});

	it("is found under what it was filed under", () => {
		expect(titleOf("The Sarin Lantern", menu, "Categories: Campus, News", title)).toBe(title);
	});

	it("counts no more than the headline above its tags", () => {
		const standfirst = "Neighbours were heard for a whole evening before the vote";
		expect(titleOf(title, "News | Sports", standfirst)).toBe(title);
	});
});
