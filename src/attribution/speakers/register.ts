import type { Bilingual, Language } from "../../domain/sets/languages.ts";
import type { NamedEntity, NameTable } from "../../identity/name-table.ts";
import { nameKey, sameName, sameTitle } from "../../identity/same-name.ts";
import { fold } from "../../language/text/normalise.ts";
import { indefinite } from "../../language/words/arabic-clitics.ts";
import type { SpeakerPhrase } from "../speaker-phrase.ts";
import type { Statement } from "../statement.ts";
import { addTitle, agrees, type KnownSpeaker, newcomer, rename } from "./known-speaker.ts";

/** No article has more speakers: of a longer list the oldest are forgotten. */
const mostKnown = 200;
const mostRecent = 60;

/** Follows who speaks through an article: bare verbs, pronouns, titles and short names go back to it. */
export class SpeakerRegister {
	readonly #entities: NameTable<NamedEntity>;
	readonly #unnamed: Bilingual;
	readonly #language: Language;
	readonly #known: KnownSpeaker[] = [];
	/** Most recent first. */
	readonly #recent: KnownSpeaker[] = [];
	#outlet: KnownSpeaker | undefined;
	#mentions = 0;
	readonly #relayed = new Set<string>();
	readonly #confiding = new Set<string>();

	constructor(entities: NameTable<NamedEntity>, unnamed: Bilingual, language: Language) {
		this.#entities = entities;
		this.#unnamed = unnamed;
		this.#language = language;
	}

	/** Takes note of a name with its title wherever the text introduces it. */
	introduce(phrase: SpeakerPhrase): void {
		if (!phrase.name) return;
		if ((phrase.title && phrase.kind === "person") || phrase.kind === "outlet") this.#entry(phrase);
	}

	/** The speaker of a statement; undefined where nobody can be meant. */
	resolve(statement: Statement, passage: number): KnownSpeaker | undefined {
		if (statement.unnamed) return this.#nobody(passage);
		const { speaker, agreement } = statement;
		const found = speaker ? this.#mention(speaker) : this.#meantBy(agreement);
		if (!found) return undefined;
		if (agreement && speaker && !speaker.plural) found.agreement = agreement;
		const at = this.#recent.indexOf(found);
		if (at >= 0) this.#recent.splice(at, 1);
		this.#remember(found, 0);
		if (found.speaker.kind === "outlet") this.#outlet = found;
		return found;
	}

	/** The name under which a source that relayed something is listed. */
	relayer(phrase: SpeakerPhrase | null): string | undefined {
		if (!phrase) return this.#recent[1]?.speaker.name;
		if (phrase.definite && !phrase.name && phrase.kind !== "anonymous") {
			return this.#mention(phrase).speaker.name;
		}
		if (phrase.confides) this.#confiding.add(phrase.text);
		if (phrase.kind !== "outlet") return phrase.text;
		const name = phrase.outlet ?? (phrase.name || phrase.text);
		this.#outlet = this.#hear(this.#entry(phrase));
		this.#relayed.add(name);
		return name;
	}

	/** A sentence about somebody makes that one the next to be meant by "he said". */
	notice(phrase: SpeakerPhrase, passage: number): void {
		if (!phrase.name && !phrase.definite) return;
		const known = this.#mention(phrase);
		if (this.#recent.includes(known)) return;
		known.passage = passage;
		this.#remember(known, 1);
	}

	/** Has relayed something, or is known as an outlet. */
	isOutlet(name: string): boolean {
		if (this.#relayed.has(name)) return true;
		return this.#known.some(({ speaker }) => speaker.kind === "outlet" && speaker.name === name);
	}

	/** A source that has spoken to an outlet without being named. */
	isConfiding(name: string | undefined): boolean {
		return this.#confiding.has(name ?? "");
	}

	/** People that the article has named so far. */
	people(): { name: string; last: string }[] {
		const people = this.#known.filter((k) => k.speaker.kind === "person");
		return people.map((k) => ({ name: k.speaker.name, last: k.last }));
	}

	#remember(known: KnownSpeaker, at: number): void {
		this.#recent.splice(Math.min(at, this.#recent.length), 0, known);
		if (this.#recent.length > mostRecent) this.#recent.pop();
	}

	/** وأضافت, "they said": the last speaker that the verb agrees with. */
	#meantBy(agreement: Statement["agreement"]): KnownSpeaker | undefined {
		return this.#recent.find((k) => agrees(k, agreement)) ?? this.#recent[0];
	}

	#nobody(passage: number): KnownSpeaker {
		const name = this.#unnamed[this.#language];
		return {
			...newcomer(name),
			speaker: { name, kind: "anonymous", label: this.#unnamed },
			passage,
		};
	}

	#mention(phrase: SpeakerPhrase): KnownSpeaker {
		const known = phrase.name ? undefined : this.#backReference(phrase);
		return this.#hear(known ?? this.#entry(phrase));
	}

	#hear(known: KnownSpeaker): KnownSpeaker {
		known.heard = ++this.#mentions;
		return known;
	}

	/** "the agency": the one mentioned last, whether it spoke or was told something. */
	#lastCalled(head: string, outlet: boolean): KnownSpeaker | undefined {
		let last: KnownSpeaker | undefined;
		for (const k of this.#known) {
			const called = (head !== "" && k.head === head) || (outlet && k.speaker.kind === "outlet");
			if (called && k.heard > (last?.heard ?? 0)) last = k;
		}
		return last;
	}

	/** "the paper", "the minister", "the source": somebody already mentioned. */
	#backReference(phrase: SpeakerPhrase): KnownSpeaker | undefined {
		const { definite, kind, head } = phrase;
		const bare = !indefinite(phrase.text).includes(" ");
		if (definite && bare && (kind === "outlet" || kind === "organisation")) {
			const called = this.#lastCalled(head, kind === "outlet");
			if (called) return called;
			if (this.#outlet?.head === head) return this.#outlet;
		}
		const title = nameKey(phrase.title || phrase.text);
		const holds = (k: KnownSpeaker) => k.titles.some((t) => sameTitle(title, t));
		if (definite || title.words.length > 1) {
			const holder = this.#recent.find(holds) ?? this.#known.find(holds);
			if (holder) return holder;
		}
		if (!definite || !head || title.words.length !== 1) return undefined;
		return this.#recent.find((k) => k.head === head && k.speaker.kind !== "state");
	}

	#entry(phrase: SpeakerPhrase): KnownSpeaker {
		const { kind } = phrase;
		const name = (kind === "outlet" && phrase.outlet) || phrase.name || phrase.text;
		const key = nameKey(name);
		const known = this.#known.find((k) => k.speaker.kind === kind && sameName(k.key, key));
		const fuller = known && key.words.length > known.key.words.length;
		if (fuller && phrase.name && kind === "person") rename(known, name);
		const entry = known ?? this.#newcomer(phrase, name);
		if (phrase.title && phrase.name) addTitle(entry, phrase.title);
		return entry;
	}

	#newcomer(phrase: SpeakerPhrase, given: string): KnownSpeaker {
		const label = this.#label(given);
		// بوتين: the name that everybody knows is told in full.
		const short = phrase.kind === "person" && !given.includes(" ");
		const name = label && short ? label[this.#language] : given;
		const made: KnownSpeaker = {
			...newcomer(name),
			speaker: { name, kind: phrase.kind, ...(label ? { label } : {}) },
			head: phrase.head,
			plural: phrase.plural,
			confides: phrase.confides === true,
		};
		this.#known.push(made);
		if (this.#known.length > mostKnown) this.#known.shift();
		return made;
	}

	#label(name: string): Bilingual | undefined {
		const words = fold(name).split(" ");
		const hit = this.#entities.match(words, 0);
		return hit?.length === words.length ? { ar: hit.value.ar, en: hit.value.en } : undefined;
	}
}
