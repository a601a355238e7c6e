import { describe, expect, it } from "vitest";
import { Relays } from "../../../../src/attribution/speakers/relays.ts";
import { readClaim } from "../engine/read-claim.ts";

const text = "“It is shut,” Ana Roth told Harbour Radio on Monday.";
const plain = "“It is shut,” Ana Roth said.";

const through = (passage: number) =>
	readClaim("en", text, { content: "It is shut", channel: "Harbour Radio", passage });
const alone = (passage: number) => readClaim("en", plain, { content: "It is shut", passage });

describe("who relayed a claim", () => {
	it("is the outlet that is named with it", () => {
		expect(new Relays().of(through(0), "Ana Roth")).toEqual(["Harbour Radio"]);
	});

	it("is nobody where nobody is named", () => {
		expect(new Relays().of(alone(0), "Ana Roth")).toEqual([]);
	});

	it.each([
		["the same passage", 4, ["Harbour Radio"]],
		["the next one", 5, ["Harbour Radio"]],
		["no further one", 6, []],
	])("goes on without being named in %s", (_, passage, via) => {
		const relays = new Relays();
		relays.of(through(4), "Ana Roth");
		expect(relays.of(alone(passage), "Ana Roth")).toEqual(via);
	});

	it("goes on for the same speaker only", () => {
		const relays = new Relays();
		relays.of(through(0), "Ana Roth");
		expect(relays.of(alone(0), "Tom Harlow")).toEqual([]);
	});

	it("is never the speaker", () => {
		expect(new Relays().of(through(0), "Harbour Radio")).toEqual([]);
	});

	it("goes on from nobody to nobody else", () => {
		const relays = new Relays();
		relays.of(through(0), "");
		expect(relays.of(alone(0), "")).toEqual([]);
	});
});
