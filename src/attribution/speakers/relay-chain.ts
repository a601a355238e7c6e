import type { Statement } from "../statement.ts";
import type { KnownSpeaker } from "./known-speaker.ts";
import type { SpeakerRegister } from "./register.ts";

/** Passages over which the report of one outlet is taken to go on without naming it. */
const carriedPassages = 2;

/** Follows through whom statements reached the article. */
export class RelayChain {
	readonly #register: SpeakerRegister;
	/** Whose report is being told, and where it was named last. */
	#outlet: { name: string; passage: number } | undefined;

	constructor(register: SpeakerRegister) {
		this.#register = register;
	}

	/** Who relayed the statement, from nearest the speaker to nearest the article. */
	of(statement: Statement, known: KnownSpeaker, passage: number): string[] {
		const via = this.#named(statement, known, passage);
		const relayer =
			known.speaker.kind === "outlet"
				? known.speaker.name
				: via.find((name) => this.#register.isOutlet(name));
		if (relayer) this.#outlet = { name: relayer, passage };
		else if (this.#outlet && this.#goesOn(this.#outlet, known, via, passage)) {
			this.#outlet.passage = passage;
			return [...via, this.#outlet.name];
		}
		return via;
	}

	/** An unnamed source speaks to the outlet whose report is being told. */
	#goesOn(
		outlet: { passage: number },
		known: KnownSpeaker,
		via: readonly string[],
		passage: number,
	): boolean {
		if (passage - outlet.passage > carriedPassages) return false;
		return known.confides || this.#register.isConfiding(via[0]);
	}

	#named(statement: Statement, known: KnownSpeaker, passage: number): string[] {
		const named = statement.via.flatMap((phrase) => this.#register.relayer(phrase) ?? []);
		const { speaker } = statement;
		if (speaker?.outlet && speaker.kind === "anonymous") named.push(speaker.outlet);
		const list = [...new Set(named)].filter((name) => name !== known.speaker.name);
		if (list.length > 0) return list;
		// No outlet in this sentence: the one that relayed the same speaker just before goes on.
		return passage - known.passage <= 1 && known.passage >= 0 ? [...known.via] : [];
	}
}
