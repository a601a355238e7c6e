import { type Html, html } from "../../../adapters/web/markup/html.ts";

/** What a rule took: the text up to `end`, drawn. */
export type Taken = { end: number; drawn: Html };

/**
 * Reads one kind of markup that begins at `at`; null where none does. `inner` draws what stands inside
 * it by the same rules.
 */
export type Rule = (text: string, at: number, inner: (text: string) => Html) => Taken | null;

/** Markup in markup deeper than this is shown as it is written. */
const deepest = 12;

/** A line of text by the rules, tried in their order at each place; what none takes is shown as it is. */
export function scan(text: string, rules: readonly Rule[], depth = 0): Html {
	const inner = (part: string) => scan(part, rules, depth + 1);
	const drawn: Html[] = [];
	let shown = 0;
	const flush = (end: number) => {
		if (end > shown) drawn.push(html`${text.slice(shown, end)}`);
	};
	for (let at = 0; at < text.length && depth < deepest; ) {
		const taken = firstTaken(rules, text, at, inner);
		if (!taken) {
			at++;
			continue;
		}
		flush(at);
		drawn.push(taken.drawn);
		at = taken.end;
		shown = at;
	}
	flush(text.length);
	return html`${drawn}`;
}

function firstTaken(
	rules: readonly Rule[],
	text: string,
	at: number,
	inner: (text: string) => Html,
): Taken | null {
	for (const rule of rules) {
		const taken = rule(text, at, inner);
		if (taken && taken.end > at) return taken;
	}
	return null;
}

/** A rule for what one pattern matches whole, from where it begins. */
export function matching(
	pattern: RegExp,
	draw: (groups: string[], inner: (text: string) => Html) => Html | null,
): Rule {
	const sticky = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}y`);
	return (text, at, inner) => {
		sticky.lastIndex = at;
		const match = sticky.exec(text);
		if (!match) return null;
		const drawn = draw(
			match.map((group) => group ?? ""),
			inner,
		);
		return drawn && { end: at + match[0].length, drawn };
	};
}
