import type { SpeakerKind } from "../../domain/article.ts";
import type { Bilingual } from "../../domain/sets/languages.ts";
import { fold } from "../../language/text/normalise.ts";
import { isArabic } from "../../language/text/tokens.ts";
import type { Identity, ListedName } from "../identity.ts";
import type { Mention } from "./mentions.ts";

/** An identity while mentions are being added to it and others are joined with it. */
export class IdentityGroup {
	readonly key: string;
	readonly kind: SpeakerKind;
	readonly articles = new Set<string>();
	readonly titles = new Map<string, string>();
	readonly #spellings = new Map<string, number>();
	#label: Bilingual | undefined;
	#listed: ListedName | undefined;
	readonly joint: boolean;
	#name: Identity["name"] | undefined;
	readonly #taught = new Set<string>();
	#claims = 0;
	#relayed = 0;
	#printed = 0;

	constructor({ key, kind, joint }: Pick<Mention, "key" | "kind" | "joint">) {
		this.joint = joint ?? false;
		this.key = key;
		this.kind = kind;
	}

	/** Every name that is known of it. */
	get names(): string[] {
		const listed = this.#listed;
		return [...this.#spellings.keys(), ...(listed?.en ?? []), ...(listed?.ar ?? [])];
	}

	get spellings(): string[] {
		return [...this.#spellings].sort((a, b) => b[1] - a[1]).map(([name]) => name);
	}

	add({ names, label, listed, article, claims, relayed, printed, title }: Mention): void {
		const times = claims.length + relayed;
		for (const name of names) this.#spellings.set(name, (this.#spellings.get(name) ?? 0) + times);
		this.#label ??= label;
		this.#listed ??= listed;
		this.articles.add(article);
		this.#claims += claims.length;
		this.#relayed += relayed;
		this.#printed += printed;
		if (title && !this.titles.has(fold(title))) this.titles.set(fold(title), title);
	}

	/** What it is called by now stays its name, whoever is joined with it. */
	keepName(): void {
		this.#name ??= this.made().name;
	}

	/** A name that no article and no list has. */
	teach(name: string): void {
		this.#taught.add(name);
	}

	/** Takes everything that is known of the other. */
	join(other: IdentityGroup): void {
		for (const [name, count] of other.#spellings)
			this.#spellings.set(name, (this.#spellings.get(name) ?? 0) + count);
		this.#label ??= other.#label;
		this.#listed ??= other.#listed;
		for (const article of other.articles) this.articles.add(article);
		for (const [key, title] of other.titles) if (!this.titles.has(key)) this.titles.set(key, title);
		for (const name of other.#taught) this.#taught.add(name);
		this.#claims += other.#claims;
		this.#relayed += other.#relayed;
		this.#printed += other.#printed;
	}

	made(): Identity {
		const { spellings } = this;
		const listed = this.#listed;
		const taught = [...this.#taught].filter((one) => !spellings.includes(one));
		const learned = (arabic: boolean) => taught.find((name) => isArabic(name) === arabic);
		const longest = (arabic: boolean) =>
			spellings.filter((name) => isArabic(name) === arabic).sort((a, b) => b.length - a.length)[0];
		const en =
			this.#name?.en ?? this.#label?.en ?? listed?.en[0] ?? longest(false) ?? learned(false);
		const ar = this.#name?.ar ?? this.#label?.ar ?? listed?.ar[0] ?? longest(true) ?? learned(true);
		const name = { ...(ar ? { ar } : {}), ...(en ? { en } : {}) };
		return {
			id: this.key,
			kind: this.kind,
			name,
			spellings,
			aliases: [...taught, ...(listed?.en ?? []), ...(listed?.ar ?? [])].filter(
				(one) => !spellings.includes(one),
			),
			...(taught.length > 0 ? { taught } : {}),
			titles: [...this.titles.values()],
			articles: [...this.articles],
			claims: this.#claims,
			...(this.joint ? { joint: true as const } : {}),
			relayed: this.#relayed,
			printed: this.#printed,
			isListedOutlet: listed?.kind === "outlet",
		};
	}
}
