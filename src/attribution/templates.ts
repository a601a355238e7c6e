import { createHash } from "node:crypto";
import type { WordKnowledge } from "../language/words/word-knowledge.ts";
import { actFeatures, actKeys, answerKeys } from "./frames/act/act-features.ts";
import type { ActWords } from "./frames/act/act-words.ts";
import { claimBefore } from "./frames/act/claim-before.ts";
import { claimFeatures } from "./frames/claim-features.ts";
import { tieFeatures } from "./frames/link.ts";
import { sourceFeatures } from "./frames/source/source-features.ts";
import { featuresOf } from "./sequence/features.ts";
import { labelCount } from "./sequence/labels.ts";
import { viewOf } from "./sequence/passage-view.ts";
import { textTokens } from "./sequence/tokens.ts";
import { kindFeatures } from "./speakers/kind-features.ts";
import { SpeakerMemory } from "./speakers/memory.ts";
import { describe } from "./speakers/mentions/describe.ts";
import { nameFeatures } from "./speakers/names/name-part.ts";
import { resolveFeatures } from "./speakers/resolve.ts";

const probe =
	"“We told them,” the minister Ana Roth said on Monday. وقال الوزير أحمد السالم إن الطريق «سيفتح».";

/** A hash of the keys that all templates give for a line of ours: weights fit the code that makes the same. */
export function templatesOf(words: WordKnowledge): string {
	const view = viewOf(textTokens(probe), words);
	const plain = new Uint8Array(view.tokens.length);
	const source = { from: 6, to: 10, name: { from: 8, to: 10 }, sure: 1 };
	const content = { pieces: [{ from: 1, to: 4 }], sure: 1 };
	const parts = {
		sources: [source],
		contents: [content],
		cues: [{ from: 10, to: 11, sure: 1 }],
		channels: [],
		days: [],
	};
	const flat = new Float64Array(view.tokens.length).fill(0.25);
	const reading = {
		view,
		parts,
		rules: { marks: plain, statements: [], introduced: [], subjects: [] },
		source: flat,
		name: flat,
	};
	const mention = describe(view, source, parts.cues[0], 1, 0);
	const memory = new SpeakerMemory();
	memory.speaks(memory.add("person", "Ana Roth", mention, mention.words));
	const said: ActWords = {
		content,
		cue: parts.cues[0],
		speaker: "person",
		ruled: "denies",
		before: "asserts",
		same: false,
		earlier: "",
		who: undefined,
		passage: 1,
		claims: memory
			.candidates()
			.map((speaker) => claimBefore(view, content, { act: "accuses", speaker, passage: 0 })),
	};
	const keys = [
		featuresOf(view, { inner: false, rules: plain, first: plain }).map((k) => [...k]),
		...[
			tieFeatures(view, parts, content, "cue"),
			sourceFeatures(reading, content, parts.cues[0], [{ ...source, by: "right" }]),
			claimFeatures(reading, content),
			nameFeatures(reading, source, [source.name]),
			resolveFeatures(mention, memory.candidates(), memory.order),
			kindFeatures(view, source),
			actFeatures([...actKeys(view, said), ...answerKeys(view, said)]),
		].map((rows) => rows.map((row) => row.map((key) => key >>> 0))),
	];
	return createHash("sha256")
		.update(JSON.stringify([labelCount, keys]))
		.digest("hex")
		.slice(0, 16);
}
