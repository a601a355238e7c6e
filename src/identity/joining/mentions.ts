import type { Article, SpeakerKind } from "../../domain/article.ts";
import type { Bilingual } from "../../domain/sets/languages.ts";
import { isArabic } from "../../language/text/tokens.ts";
import { isDefinite } from "../../language/words/arabic-clitics.ts";
import { termOf } from "../../language/words/index-terms.ts";
import type { ListedName } from "../identity.ts";
import type { IdentityData } from "../identity-data.ts";
import { spelledWords } from "../spelling.ts";
import { titleBefore } from "./titles.ts";

/** Somebody as one article names him: all of its words of his under these very names. */
export type Mention = {
	/** Mentions with one key are one. */
	key: string;
	kind: SpeakerKind;
	names: string[];
	label?: Bilingual | undefined;
	listed?: ListedName | undefined;
	article: string;
	/** Which of the article's claims are in his words, by their places among them. */
	claims: number[];
	/** How many times he relayed or printed. */
	relayed: number;
	/** Of these the articles that he printed. */
	printed: number;
	/** Several who speak together. */
	joint?: true;
	title?: string | null;
};

/** Everybody whom an article has speak, relay or print. */
export function mentionsOf(article: Article, data: IdentityData): Mention[] {
	const out = new Map<string, Mention>();
	const texts = new Map(article.passages.map(({ id, text }) => [id, text]));
	const add = (
		names: string[],
		kind: SpeakerKind,
		label?: Bilingual,
		claim?: { at: number; passage: string },
		prints = false,
	) => {
		const cleaned = [...new Set(names.map(withoutAside).filter(Boolean))];
		const listed =
			kind === "anonymous" || kind === "document"
				? undefined
				: cleaned.map((name) => data.listed(name)).find(Boolean);
		const base = { kind: listed?.kind ?? kind, names: cleaned, label, listed, article: article.id };
		const key = keyOf(base, data);
		const text = claim && base.kind === "person" ? (texts.get(claim.passage) ?? "") : "";
		const title = text ? titleBefore(text, cleaned[0] ?? "", data) : null;
		const same = JSON.stringify([key, base.kind, cleaned, label, title]);
		let mention = out.get(same);
		if (!mention) {
			mention = { key, ...base, claims: [], relayed: 0, printed: 0, title };
			out.set(same, mention);
		}
		if (claim) mention.claims.push(claim.at);
		else mention.relayed++;
		if (prints) mention.printed++;
	};
	const { outlet, outletLabel, reprints = [] } = article;
	if (outlet) add(namesIn(outlet, outletLabel), "outlet", outletLabel, undefined, true);
	for (const reprint of reprints)
		if (reprint.outlet) add([reprint.outlet], "outlet", undefined, undefined, true);
	for (const [at, { speaker, passage, via }] of article.claims.entries()) {
		const { name, label, kind } = speaker;
		add(namesIn(name, label), kind, label, { at, passage });
		for (const relay of via) add([relay], "outlet");
	}
	return [...out.values()];
}

export function namesIn(name: string, label: Bilingual | undefined): string[] {
	return label ? [name, label.en, label.ar] : [name];
}

/** "Politico (magazine)", "Senior officials (unnamed)". */
export function withoutAside(name: string): string {
	return name.replace(/\s*\([^)]*\)/g, "").trim() || name.trim();
}

/**
 * A listed name, a person's whole name and a body's whole name are one wherever they stand. What is
 * told by one word alone (Haddad, the company) is known in its own article only, as are documents.
 */
function keyOf(
	{ kind, names, label, listed, article }: Omit<Mention, "key" | "claims" | "relayed" | "printed">,
	data: IdentityData,
): string {
	if (listed) return `listed ${listed.kind} ${listed.en[0] ?? listed.ar[0]}`;
	const name = label?.en ?? names[0] ?? "";
	if (kind === "person") {
		const words = spelledWords(name).map((word) => data.wordKey(word));
		const whole = `person ${words.join("")}`;
		return words.length > 1 && !isOffice(name, data) ? whole : `${whole} in ${article}`;
	}
	const { words } = data.bodyName(name);
	const kept = kind === "outlet" || kind === "state" ? "organisation" : kind;
	// Ministry of Health, Health Ministry.
	const whole = `${kept} ${words.map(termOf).sort().join(" ")}`;
	return kind === "outlet" || (isOwnName(name, words) && kind !== "anonymous") || label
		? whole
		: `${whole} in ${article}`;
}

/** What somebody is in place of his name: the first defendant, الأمين العام. */
function isOffice(name: string, data: IdentityData): boolean {
	const [first = ""] = spelledWords(name);
	return data.isTitle(first) || (isArabic(first) ? isDefinite(first) : !/\p{Lu}/u.test(name));
}

/** Several words, of which in Latin script one behind the first is capitalised. */
function isOwnName(name: string, words: readonly string[]): boolean {
	return words.length > 1 && (isArabic(name) || /\s\p{Lu}/u.test(name));
}
