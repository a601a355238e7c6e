import type { Citation } from "../../src/domain/answer.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import type { BlockLine } from "./answer/block-line.ts";
import { dot } from "./answer/cited-lines.ts";
import { inLine } from "./clean.ts";
import { dateText } from "./dates.ts";

/** A citation and the one whose article stands over the line that it is in. */
export type Cited = { citation: Citation; under: Citation | null };

/** Two citations are of one source where a reader is told the same of both. */
export function sourceKey({ article, title, outlet, published, url }: Citation): string {
	return JSON.stringify([article, title, outlet, published.value, url]);
}

/**
 * The articles of a page: each is told once, over what is cited of it or at the foot. Where lines cite
 * another article than the one over them, all have marks: "[2] l. 7".
 */
export class PageSources {
	readonly #language: Language;
	readonly #say: Say;
	readonly #marks = new Map<string, number>();
	/** Those that no line of the page stands under. */
	readonly #loose: Citation[] = [];
	readonly #isMarked: boolean;

	constructor(cited: readonly Cited[], language: Language, say: Say) {
		this.#language = language;
		this.#say = say;
		const over = cited.flatMap(({ under }) => (under ? [under] : []));
		const headed = new Set(over.map(sourceKey));
		for (const citation of [...over, ...cited.map((each) => each.citation)]) {
			const key = sourceKey(citation);
			if (this.#marks.has(key)) continue;
			this.#marks.set(key, this.#marks.size + 1);
			if (!headed.has(key)) this.#loose.push(citation);
		}
		this.#isMarked =
			this.#marks.size > 1 && cited.some(({ citation, under }) => !isUnder(citation, under));
	}

	/** Where words stand: the line, and the article where it is not the one over them. */
	place(citation: Citation, under: Citation | null): string {
		const line = this.#say(this.#language, "place.line", { line: citation.line });
		const mark = this.#markOf(citation);
		return mark && !isUnder(citation, under) ? `${mark}${line}` : line;
	}

	header(citation: Citation): BlockLine {
		return this.#line("source", citation);
	}

	legend(): BlockLine[] {
		return this.#loose.map((citation) => this.#line("legend", citation));
	}

	/** Title, outlet and day, as far as they are known. */
	#line(role: "source" | "legend", citation: Citation): BlockLine {
		const { title, outlet, published, url } = citation;
		const language = this.#language;
		const known = [
			title ? inLine(title, language) : "",
			outlet ? inLine(outlet, language) : "",
			published.value === null ? "" : dateText(published, language, this.#say),
		].filter(Boolean);
		const [name = this.#say(language, "title.unknown"), ...rest] = known;
		return {
			role,
			strong: this.#markOf(citation) + name,
			text: rest.map((part) => dot + part).join(""),
			language,
			indent: 0,
			...(url ? { url } : {}),
		};
	}

	#markOf(citation: Citation): string {
		return this.#isMarked ? `[${this.#marks.get(sourceKey(citation))}] ` : "";
	}
}

function isUnder(citation: Citation, under: Citation | null): boolean {
	return under !== null && sourceKey(citation) === sourceKey(under);
}
