import { SpeakerKind } from "../../domain/article.ts";
import type { SourceWords } from "../frames/parts.ts";
import { mix } from "../sequence/hash.ts";
import { keysAt, type PassageView } from "../sequence/passage-view.ts";

/** The keys of each kind of speaker for the words that name one, in the order of `SpeakerKind.options`. */
export function kindFeatures(view: PassageView, source: SourceWords): number[][] {
	const keys: number[] = [];
	const add = (template: number, a: number, b = 0, c = 0) =>
		keys.push(mix(40_000 + template, a, b, c));
	const keysOf = (t: number) => keysAt(view, t);
	const stem = (t: number) => keysOf(t).stem;
	const kind = (t: number) => keysOf(t).kind;
	const named = source.name ? 1 : 0;
	const all =
		source.name && source.name.from === source.from && source.name.to === source.to ? 1 : 0;
	add(0, stem(source.from), named);
	add(1, kind(source.from), named, all);
	add(2, stem(source.to - 1));
	add(3, kind(source.from), kind(source.from + 1));
	add(4, keysOf(source.from).clitics, kind(source.from));
	add(5, Math.min(6, source.to - source.from), named, all);
	for (let t = source.from; t < source.to; t++) {
		add(6, stem(t));
		add(7, kind(t));
		add(8, keysOf(t).lists);
		add(9, keysOf(t).end3);
	}
	if (source.name) {
		add(10, stem(source.name.from));
		add(11, kind(source.name.from), Math.min(4, source.name.to - source.name.from));
		add(12, keysOf(source.name.from).clitics, Math.min(4, source.name.to - source.name.from));
		add(13, source.name.from - source.from > 0 ? 1 : 0, source.to - source.name.to > 0 ? 1 : 0);
		add(14, keysOf(source.name.from).lists);
		add(15, keysOf(source.name.to - 1).end2);
	}
	return SpeakerKind.options.map((_, which) => keys.map((key) => mix(which + 80, key)));
}
