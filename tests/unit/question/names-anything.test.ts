import { expect, it } from "vitest";
import { namesAnything } from "../../../src/question/names-anything.ts";

const stopWords = new Set(["the", "us", "^us", "في"]);

it.each([
	"x",
	"*x*",
	"<!channel> @everyone *x*",
	"<@U123> x",
	"<@&165511591545143296>",
	"…",
	"the",
])("finds nothing to look for in %s", (text) => expect(namesAnything(text, stopWords)).toBe(false));
it.each(["س", "في", "«و»", ":tada: ي", "<:flag:123> the x"])("nor in %s", (text) =>
	expect(namesAnything(text, stopWords)).toBe(false),
);

it.each([
	"xi",
	"US",
	"U.S.",
	"5",
	"G7",
	"the x-ray",
	"<@U123> drones",
	"شي",
	"في 2023",
	"everyone",
])("finds something in %s", (text) => expect(namesAnything(text, stopWords)).toBe(true));
