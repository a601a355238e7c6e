import { describe, expect, it } from "vitest";
import { article } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const answerer = await realAnswerer([
	article("orvik", [
		"Orvik has fined many shipyards for oil in the bay, and the two towns share the money.",
		"In Tarsia 14 sailmakers joined the march on Sunday.",
	]),
	article("zahr", [
		"شارك الخبازون في اعتصام الزهر بعد تلف نحو 18 ألف رغيف.",
		"وشارك 14 حداداً في اعتصام الرملة يوم الأحد.",
	]),
]);

describe("how many there are of what is told without a number", () => {
	it.each([
		["How many shipyards has Orvik fined?", false],
		["How many sailmakers joined the march in Tarsia?", true],
		["كم خباز شارك في اعتصام الزهر؟", false],
		["كم حدادا شارك في اعتصام الرملة؟", true],
	])("is not told by the number of something else: %s", async (text, answered) => {
		expect((await answerer.answer({ command: "ask", text })).answered).toBe(answered);
	});
});
