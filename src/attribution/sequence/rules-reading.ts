import type { Act } from "../../domain/sets/acts.ts";
import { firstFrom } from "../../language/text/first-from.ts";
import { sentences } from "../../language/text/sentences.ts";
import type { LanguageReader } from "../language-reader.ts";
import type { TextToken } from "./tokens.ts";

/** A statement as the rules of a language read it; stretches are in tokens. */
export type RuleStatement = {
	content: { from: number; to: number };
	/** The words that name the speaker, where the rules see them printed. */
	source: { from: number; to: number } | undefined;
	act: Act;
	hedged: boolean;
	unnamed: boolean;
	/** Who the rules say relayed it, nearest the speaker first. */
	via: readonly string[];
};

/** `marks`: at each token 0 nothing, 1 a content begins, 2 inside one, 3 and 4 a speaker. */
export type RulesReading = {
	marks: Uint8Array;
	statements: readonly RuleStatement[];
	/** Names that the passage gives with a title or in full, in the order of the text. */
	introduced: readonly { from: number; to: number }[];
	/** Of each sentence that has one, whom it is about: the subject of its first verb. */
	subjects: readonly { from: number; to: number }[];
};

/** What the rules read in a passage: evidence beside other evidence, never the last word. */
export function readRules(
	reader: LanguageReader,
	text: string,
	tokens: readonly TextToken[],
): RulesReading {
	const marks = new Uint8Array(tokens.length);
	const stretch = (start: number, end: number) => {
		const behind = firstFrom(tokens, start + 1, (t) => t.end);
		const from = behind < tokens.length ? behind : 0;
		let to = from;
		while (to < tokens.length && (tokens[to]?.start ?? 0) < end) to++;
		return { from, to };
	};
	const paint = ({ from, to }: { from: number; to: number }, begin: number) => {
		marks.fill(begin + 1, from, to);
		if (from < to) marks[from] = begin;
	};
	const subjects: { from: number; to: number }[] = [];
	const statements = sentences(text).flatMap(({ start, end }) => {
		const read = reader.read(text, start, end);
		const about = read.subject ? text.indexOf(read.subject.text, start) : -1;
		if (read.subject?.text && about >= 0 && about < end)
			subjects.push(stretch(about, about + read.subject.text.length));
		return read.statements.map((s): RuleStatement => {
			const content = stretch(s.start, s.end);
			paint(content, 1);
			const words = s.speaker?.text ?? "";
			const at = [text.indexOf(words, s.frameStart), text.indexOf(words, start)].find(
				(i) => i >= 0 && i < end,
			);
			const source = words && at !== undefined ? stretch(at, at + words.length) : undefined;
			if (source) paint(source, 3);
			const said = reader.act(s.act, text.slice(s.start, s.end), text.slice(s.frameStart, s.start));
			return {
				content,
				source,
				...said,
				unnamed: s.unnamed,
				via: s.via.flatMap((v) => v?.text ?? []),
			};
		});
	});
	const introduced = reader
		.introductions(text)
		.flatMap(({ name }) => {
			const at = name ? text.indexOf(name) : -1;
			return at < 0 ? [] : [stretch(at, at + name.length)];
		})
		.sort((a, b) => a.from - b.from);
	return { marks, statements, introduced, subjects };
}
