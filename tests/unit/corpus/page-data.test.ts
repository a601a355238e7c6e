import { describe, expect, it } from "vitest";
import { compileOutlets, OutletData } from "../../../src/corpus/index.ts";
import { compileFurniture, FurnitureData } from "../../../src/corpus/page/furniture-data.ts";
import { fold } from "../../../src/language/text/normalise.ts";
import { readData } from "./rules.ts";

describe("index-data/outlets.json", () => {
	const { outlets } = OutletData.parse(readData("outlets.json"));

	it("knows at least 150 outlets, each under names of its own", () => {
		expect(outlets.length).toBeGreaterThanOrEqual(150);
		expect(new Set(outlets.map((o) => o.name)).size).toBe(outlets.length);
		const owners = new Map<string, string>();
		for (const outlet of outlets) {
			for (const name of new Set([...outlet.ar, ...outlet.en].map(fold))) {
				expect(owners.get(name), `${name} is ${outlet.name}'s too`).toBeUndefined();
				owners.set(name, outlet.name);
			}
		}
	});

	it("names only editions that it has", () => {
		const names = new Set(outlets.map((o) => o.name));
		for (const { arabicEdition } of outlets)
			if (arabicEdition) expect(names).toContain(arabicEdition);
	});

	it("finds an outlet by any spelling of its name", () => {
		const compiled = compileOutlets(readData("outlets.json"));
		expect(compiled.named("بلومبيرغ")?.name).toBe("Bloomberg");
		expect(compiled.named("THE GUARDIAN")?.name).toBe("The Guardian");
		expect(compiled.named("صحيفة لا يعرفها أحد")).toBeNull();
	});
});

describe("index-data/furniture.json", () => {
	it("is refused where it is damaged, with the place", () => {
		expect(() => compileFurniture({ version: 1 })).toThrow(
			expect.objectContaining({ code: "data_invalid" }),
		);
		const data = readData("furniture.json") as { rules: object[] };
		const wild = { role: "chrome", match: "start", phrases: ["© #"] };
		expect(() => compileFurniture({ ...data, rules: [...data.rules, wild] })).toThrow(
			/phrase without a word/,
		);
	});

	it("has no phrase where another rule of its role and place fits every line that it would", () => {
		const { rules } = FurnitureData.parse(readData("furniture.json"));
		const entries = rules.flatMap(({ phrases, ...rule }) =>
			phrases.map((phrase) => ({ ...rule, key: `${rule.role} ${rule.match} ${phrase}` })),
		);
		const byKey = Map.groupBy(entries, ({ key }) => key);
		const idle = entries.filter((one) =>
			byKey.get(one.key)?.some((other) => other !== one && isWider(other, one)),
		);
		expect(idle).toEqual([]);
	});
});

type Bounds = Omit<FurnitureData["rules"][number], "phrases" | "role" | "match">;

function isWider(a: Bounds, b: Bounds): boolean {
	const longer = (a.maxWords ?? 16) >= (b.maxWords ?? 16);
	return longer && (!a.mark || b.mark === true) && (!a.open || b.open === true);
}
