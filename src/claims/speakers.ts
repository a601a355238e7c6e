import type { Bilingual, Speaker } from "../domain/article.ts";
import { fold } from "../language/normalise.ts";
import type { NamedEntity, NameTable } from "./names.ts";
import type { SpeakerPhrase } from "./phrase.ts";
import type { Statement } from "./statement.ts";

/** A speaker of the article, and what is needed to know it again. */
export type KnownSpeaker = {
	speaker: Speaker;
	/** Folded head noun, for "the source", "the report". */
	head: string;
	/** Folded words of its titles, without articles. */
	titles: string[][];
	agreement: Statement["agreement"];
	plural: boolean;
	/** Who relayed it when it was last heard. */
	via: string[];
	confides: boolean;
	/** Index of the passage in which it last spoke. */
	passage: number;
};

const remembered = 60;

/** Follows who speaks through an article: bare verbs, pronouns, titles and short names go back to it. */
export class SpeakerRegister {
	readonly #entities: NameTable<NamedEntity>;
	readonly #unnamed: Bilingual;
	readonly #language: "ar" | "en";
	readonly #known: KnownSpeaker[] = [];
	/** Most recent first. */
	readonly #recent: KnownSpeaker[] = [];
	#outlet: KnownSpeaker | undefined;
	readonly #relayed = new Set<string>();
	readonly #confiding = new Set<string>();

	constructor(entities: NameTable<NamedEntity>, unnamed: Bilingual, language: "ar" | "en") {
		this.#entities = entities;
		this.#unnamed = unnamed;
		this.#language = language;
	}

	/** Takes note of a name with its title wherever the text introduces it. */
	introduce(phrase: SpeakerPhrase): void {
		if (phrase.name && phrase.title && phrase.kind === "person") this.#entry(phrase);
		if (phrase.kind === "outlet" && phrase.name) this.#outlet = this.#entry(phrase);
	}

	/** The speaker of a statement; undefined where nobody can be meant. */
	resolve(statement: Statement, passage: number): KnownSpeaker | undefined {
		if (statement.unnamed) return this.#nobody(passage);
		const found = statement.speaker
			? this.#mention(statement.speaker)
			: this.#recent.find((k) => agree(k, statement.agreement)) ?? this.#recent[0];
		if (!found) return undefined;
		if (statement.agreement && statement.speaker && !statement.speaker.plural) found.agreement = statement.agreement;
		const at = this.#recent.indexOf(found);
		if (at >= 0) this.#recent.splice(at, 1);
		this.#recent.unshift(found);
		if (this.#recent.length > remembered) this.#recent.pop();
		if (found.speaker.kind === "outlet") this.#outlet = found;
		return found;
	}

	/** The name under which a source that relayed something is listed. */
	relayer(phrase: SpeakerPhrase | null): string | undefined {
		if (!phrase) return this.#recent[1]?.speaker.name;
		if (phrase.definite && !phrase.name && phrase.kind !== "anonymous") {
			const back = this.#mention(phrase);
			return back?.speaker.name ?? phrase.text;
		}
		if (phrase.confides) this.#confiding.add(phrase.text);
		if (phrase.kind === "outlet") {
			this.#outlet = this.#entry(phrase);
			this.#relayed.add(phrase.outlet ?? (phrase.name || phrase.text));
		}
		return phrase.kind === "outlet" ? (phrase.outlet ?? (phrase.name || phrase.text)) : phrase.text;
	}

	/** A sentence about somebody makes that one the next to be meant by "he said". */
	notice(phrase: SpeakerPhrase, passage: number): void {
		if (!phrase.name && !phrase.definite) return;
		const known = this.#mention(phrase);
		if (!known || this.#recent.includes(known)) return;
		known.passage = passage;
		this.#recent.splice(Math.min(1, this.#recent.length), 0, known);
	}

	isOutlet(name: string): boolean {
		return this.#known.some((k) => k.speaker.name === name && k.speaker.kind === "outlet") || this.#relayed.has(name);
	}

	isConfiding(name: string | undefined): boolean {
		return this.#confiding.has(name ?? "");
	}

	/** People that the article has named so far. */
	people(): string[] {
		return this.#known.filter((k) => k.speaker.kind === "person").map((k) => k.speaker.name);
	}

	#nobody(passage: number): KnownSpeaker {
		const name = this.#unnamed[this.#language];
		return {
			speaker: { name, kind: "anonymous", label: this.#unnamed },
			head: "",
			titles: [],
			agreement: null,
			plural: false,
			confides: false,
			via: [],
			passage,
		};
	}

	#mention(phrase: SpeakerPhrase): KnownSpeaker {
		if (!phrase.name) {
			const outletNoun = phrase.kind === "outlet" || (phrase.definite && this.#outlet?.head === phrase.head);
			if (phrase.definite && outletNoun && this.#outlet && bare(phrase.text).split(" ").length === 1) return this.#outlet;
			const title = words(phrase.title || phrase.text);
			const byTitle = [...this.#recent, ...this.#known].find((k) => k.titles.some((t) => sameTitle(title, t)));
			if (byTitle && (phrase.definite || title.length > 1)) return byTitle;
			if (phrase.definite && phrase.head) {
				const byHead = this.#recent.find((k) => k.head === phrase.head && k.speaker.kind !== "state");
				if (byHead && title.length === 1) return byHead;
			}
		}
		return this.#entry(phrase);
	}

	#entry(phrase: SpeakerPhrase): KnownSpeaker {
		const name = (phrase.kind === "outlet" && phrase.outlet) || phrase.name || phrase.text;
		const key = words(name);
		const known = this.#known.find((k) => sameName(words(k.speaker.name), key) && k.speaker.kind === phrase.kind);
		if (known) {
			if (key.length > words(known.speaker.name).length && phrase.kind === "person" && phrase.name) known.speaker = { ...known.speaker, name };
			if (phrase.title && phrase.name) this.#addTitle(known, phrase.title);
			return known;
		}
		const label = this.#label(name);
		const full = label && phrase.kind === "person" ? label[this.#language] : name;
		const made: KnownSpeaker = {
			speaker: { name: name.includes(" ") ? name : full, kind: kindOf(phrase), ...(label ? { label } : {}) },
			head: phrase.head,
			titles: [],
			agreement: null,
			plural: phrase.plural,
			confides: phrase.confides === true,
			via: [],
			passage: -1,
		};
		if (phrase.title && phrase.name) this.#addTitle(made, phrase.title);
		this.#known.push(made);
		return made;
	}

	#addTitle(known: KnownSpeaker, title: string): void {
		const t = words(title);
		if (!known.titles.some((k) => k.join(" ") === t.join(" "))) known.titles.push(t);
	}

	#label(name: string): Bilingual | undefined {
		const key = fold(name).split(" ");
		const hit = this.#entities.match(key, 0);
		return hit && hit.length === key.length ? { ar: hit.value.ar, en: hit.value.en } : undefined;
	}
}

/** An unnamed spokesperson speaks as the body; see the annotation conventions in docs/DESIGN.md. */
function kindOf(phrase: SpeakerPhrase): Speaker["kind"] {
	if (!phrase.spokesperson || phrase.name) return phrase.kind;
	return phrase.kind;
}

function agree(k: KnownSpeaker, agreement: Statement["agreement"]): boolean {
	if (agreement === null) return true;
	if (agreement === "p" || agreement === "d") return k.plural || k.agreement === agreement;
	if (k.plural && agreement === "m") return false;
	return k.agreement === null || k.agreement === agreement;
}

/** Folded words without articles and titles' usual spelling differences. */
function words(text: string): string[] {
	return fold(text)
		.split(/[\s،,.]+/)
		.map(bare)
		.filter((w) => w.length > 0);
}

function bare(word: string): string {
	const w = word.startsWith("ال") && word.length > 4 ? word.slice(2) : word;
	return w.replace(/^اميرك/, "امريك").replace(/^the /, "");
}

/** One name is the tail of the other: بوتين is فلاديمير بوتين; شي is شي جين بينغ. */
function sameName(a: readonly string[], b: readonly string[]): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short.length === 0) return false;
	// شي جين بينغ and شي جينبينغ
	if (close(short.join(""), long.join(""))) return true;
	if (short.length === long.length) return short.every((w, i) => close(w, long[i] ?? ""));
	const tail = short.every((w, i) => close(w, long[long.length - short.length + i] ?? ""));
	const head = short.every((w, i) => close(w, long[i] ?? ""));
	return (tail || head) && (short.join("").length >= 2);
}

function close(a: string, b: string): boolean {
	return a === b || skeleton(a) === skeleton(b);
}

/** Consonants in classes that spelling of foreign names confuses: ج غ ك, ب ف, س ص, ت ط. */
function skeleton(word: string): string {
	const s = word
		.replace(/[اويىيه]/g, "")
		.replace(/[جغقكگ]/g, "ك")
		.replace(/[طة]/g, "ت")
		.replace(/ص/g, "س")
		.replace(/ض/g, "د");
	return s.length >= 3 ? s : word;
}

function sameTitle(a: readonly string[], b: readonly string[]): boolean {
	if (a.length === 0 || a[0] !== b[0]) return false;
	return a.every((w) => b.includes(w)) && (a.length > 1 || b.length <= 2);
}
