import { printLine, type Screen } from "../../../adapters/console/layout.ts";
import { coverageNote } from "../../answers/notes.ts";
import { countsOf } from "../../domain/article-outline.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { App } from "./app.ts";

/** What this is, what the corpus covers, and what to type first. */
export function welcome({ say, corpus }: App, screen: Screen, hints: string[]): string {
	const language: Language = "en";
	const lines = [say(language, "console.welcome"), coverageNote(corpus.articles, language, say)];
	const count = corpus.problems.length;
	if (count > 0) lines.push(say(language, "console.damaged", { count }));
	const print = (text: string) =>
		printLine({ role: "quote", text, language, indent: 0 }, "", screen).join("\n");
	return [...lines, ...hints].map(print).join("\n");
}

/** A question that this corpus can answer: words of the title that most claims stand under. */
export function exampleQuestion({ say, corpus }: App, shipped: boolean): string {
	if (shipped) return say("en", "console.example.claims");
	const best = [...corpus.articles].sort((a, b) => countsOf(b).claims - countsOf(a).claims)[0];
	const title = best?.title ?? best?.passages[0]?.text ?? "";
	const words = title.split(/\s+/).slice(0, 4).join(" ");
	return words ? `/claims ${words}` : "/sources";
}
