import type { Known, SpeakerMention } from "../../../../src/attribution/speakers/known.ts";

/** Somebody whom an article has named. */
export function known(name: string, more: Partial<Known> = {}): Known {
	return {
		kind: "person",
		name,
		words: name.toLowerCase().split(" "),
		titles: new Set(),
		sorts: new Set(),
		states: new Set(),
		described: false,
		many: false,
		body: false,
		agreement: "",
		passage: 0,
		order: 0,
		times: 0,
		spoke: 0,
		lastSpoke: 0,
		...more,
	};
}

/** A mention with the words of a name, or with none. */
export function mention(words: string, more: Partial<SpeakerMention> = {}): SpeakerMention {
	const list = words ? words.toLowerCase().split(" ") : [];
	return {
		printed: words ? "name" : "nothing",
		words: list,
		titles: [],
		sorts: [],
		agreement: "",
		proper: list,
		definite: false,
		head: "",
		passage: 0,
		goesOn: false,
		again: false,
		...more,
	};
}
