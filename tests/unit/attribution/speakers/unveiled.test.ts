import { describe, expect, it } from "vitest";
import { claimBefore } from "../../../../src/attribution/frames/act/claim-before.ts";
import type { Known } from "../../../../src/attribution/speakers/known.ts";
import { SpeakerMemory } from "../../../../src/attribution/speakers/memory.ts";
import { comparedWords } from "../../../../src/attribution/speakers/names/compared.ts";
import { unveiled } from "../../../../src/attribution/speakers/unveiled.ts";
import { stretchOf, viewIn } from "../engine/language.ts";
import { mention } from "./knowns.ts";

type Told = { described: string; line: string; words: string; name?: string; passage?: number };

/** Somebody described spoke in the first passage, a name is printed in a later one. */
function isMeant({ described, line, words, name = words, passage = 1 }: Told, more = {}): boolean {
	const memory = new SpeakerMemory();
	const list = described.split(" ");
	const asked = mention("", { printed: "description", titles: list });
	const before: Known = memory.add("anonymous", described, asked, list);
	Object.assign(before, more);
	memory.speaks(before);
	const view = viewIn("en", line);
	const said = { pieces: [{ from: 0, to: 1 }], sure: 1 };
	memory.claimed(claimBefore(view, said, { act: "asserts", speaker: before, passage: 0 }));
	const at = stretchOf(view, name);
	const source = { ...stretchOf(view, words), name: at, sure: 1 };
	const printed = mention(name, { passage, words: comparedWords(view, at) });
	return unveiled(view, source, printed, memory) === before;
}

const [coroner, voss] = ["coroner", "Lena Voss"];

describe("somebody who was described before is told by name", () => {
	it.each<Told>([
		{ described: coroner, line: "Senior coroner Lena Voss said so.", words: voss },
		{ described: coroner, line: "The coroner, Lena Voss, said so.", words: voss, passage: 3 },
		{ described: "plant chemist", line: "The chemist, Dale Voss, is 74.", words: "Dale Voss" },
		{ described: "contractor", line: "The witness, Cody Voss, told them.", words: "Cody Voss" },
	])("$described: $line", (told) => {
		expect(isMeant(told)).toBe(true);
	});

	it.each<[Told, Partial<Known>?]>([
		[{ described: coroner, line: "Lena Voss told reporters.", words: voss }],
		[{ described: coroner, line: "A witness, Lena Voss, said so.", words: voss }],
		[{ described: coroner, line: "The witness, Lena Voss, said so.", words: voss, passage: 3 }],
		[
			{ described: coroner, line: "Senior coroner Lena Voss said so.", words: voss },
			{ many: true },
		],
		[{ described: coroner, line: "Coroner Voss told them.", words: "Voss" }],
		[{ described: "council", line: "The council, Sea Council, said so.", words: "Sea Council" }],
	])("but not by another's name: %j", (told, more) => {
		expect(isMeant(told, more)).toBe(false);
	});
});
