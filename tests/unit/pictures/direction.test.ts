import { describe, expect, it } from "vitest";
import { html } from "../../../adapters/web/markup/html.ts";
import { directionOf } from "../../../tools/pictures/markup/direction.ts";

const sun = "\u0634\u0645\u0633";

const lines: [what: string, line: string, direction: "ltr" | "rtl"][] = [
	["an Arabic letter first", `12. ${sun} a`, "rtl"],
	["a Latin letter first", `12. a ${sun}`, "ltr"],
	["no letter", "12.", "ltr"],
	["a mark before a Latin letter", `\u200fa ${sun}`, "rtl"],
	["a mark before an Arabic letter", `\u200e${sun}`, "ltr"],
	["all of it in an isolate", `\u2068${sun}\u2069`, "ltr"],
	["a mark inside an isolate only", `\u2068\u200f${sun}\u2069`, "ltr"],
	["a mark before an isolate", `\u200f\u2068${sun}\u2069`, "rtl"],
	["a letter after an isolate", `\u2068a\u2069 ${sun}`, "rtl"],
];

describe("the direction of a line", () => {
	it.each(lines)("with %s", (_, line, direction) => {
		expect(directionOf(line)).toBe(direction);
	});

	it("is that of the letters which markup shows, not of its own", () => {
		expect(directionOf(html`<b class="a">${`& ${sun}`}</b>`)).toBe("rtl");
	});
});
