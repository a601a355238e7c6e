import type { Answerer } from "../answers/answerer.ts";
import type { Request } from "../domain/answer.ts";
import type { Asker, Reply, VoteForm } from "../domain/chat.ts";
import {
	type Feedback,
	type FeedbackStore,
	longestFirst,
	longestNote,
	type VoteEntry,
	voteReasons,
} from "../domain/feedback.ts";
import type { Say } from "../domain/messages.ts";
import type { Clock } from "../domain/ports.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { ItemPlace } from "../domain/state/conversation.ts";
import type { Speech } from "./languages.ts";
import { refusal } from "./notices.ts";
import type { Views } from "./views/views.ts";

type Parts = {
	answerer: Answerer;
	say: Say;
	views: Views;
	speech: Speech;
	now: Clock;
	/** Where it is kept; nobody is asked where this is absent. */
	store: FeedbackStore | undefined;
};

/** What a reader did: one of the thumbs, or the form behind the second one. */
export type Vote = { view: string; vote: Feedback["vote"]; entry?: VoteEntry | undefined };

/** What readers say of answers. Everybody who sees an answer may, once, and may change it. */
export class Votes {
	readonly #parts: Parts;
	/** By person and answer, what is being noted: a form may be sent before its thumb is. */
	readonly #inHand = new Map<string, Promise<unknown>>();

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	get isOpen(): boolean {
		return this.#parts.store !== undefined;
	}

	/** The form behind "wrong", as this person left it; null where there is no such answer. */
	async form(id: string, asker: Asker): Promise<VoteForm | null> {
		const { store, say, views, speech } = this.#parts;
		const request = store && (await views.get(id, asker))?.request;
		if (!store || !request) return null;
		const language = request.language ?? (await speech.of(asker));
		const before = await store.get(id, voterOf(asker));
		return {
			language,
			choices: voteReasons.map((value) => ({
				value,
				label: say(language, `vote.reason.${value}`),
			})),
			reason: before?.reason ?? null,
			note: before?.note ?? "",
		};
	}

	/** One after the other for a person and an answer. */
	run(vote: Vote, asker: Asker): Promise<Reply> {
		const key = `${vote.view} ${voterOf(asker)}`;
		const before = this.#inHand.get(key) ?? Promise.resolve();
		const noted = before.then(() => this.#note(vote, asker));
		const settled = noted.catch(() => {});
		this.#inHand.set(key, settled);
		void settled.then(() => {
			if (this.#inHand.get(key) === settled) this.#inHand.delete(key);
		});
		return noted;
	}

	async #note({ view: id, vote, entry }: Vote, asker: Asker): Promise<Reply> {
		const { store, say, views, speech, now } = this.#parts;
		if (!store) return refusal(say, "not_served", await speech.of(asker));
		const view = await views.get(id, asker);
		const request = view?.request;
		if (!request) return refusal(say, "view_gone", await speech.of(asker));
		const language = request.language ?? (await speech.of(asker));
		const voter = voterOf(asker);
		const before = await store.get(id, voter);
		const shown = before ?? (await this.#shown(request, view.places[0], language));
		await store.put({
			...{ view: id, voter, platform: asker.place.platform, vote, request, at: now() },
			...{ answered: shown.answered, first: shown.first },
			...reasonOf(vote, entry, before),
		});
		return refusal(say, `voted_${vote}`, language);
	}

	/** What stood there, as far as it can still be told. */
	async #shown(
		request: Request,
		place: ItemPlace | undefined,
		language: Language,
	): Promise<Pick<Feedback, "answered" | "first">> {
		const { answerer } = this.#parts;
		const { answered } = await answerer.answer({ ...request, limit: 1 });
		const quotation = place && answerer.quotation(place, language);
		if (!quotation) return { answered, first: null };
		const { passages, citation } = quotation;
		// Nothing is quoted of what is told in our own words: the passage stands for it.
		const passage =
			passages.find(({ quoted }) => quoted) ?? passages.find(({ line }) => line === citation.line);
		const { from, to } = passage?.quoted ?? { from: 0, to: longestFirst };
		const words = passage?.text.slice(from, to) ?? "";
		return {
			answered,
			first: { file: citation.file, words: words.slice(0, longestFirst) },
		};
	}
}

function voterOf({ place: { platform, space }, person }: Asker): string {
	return `${platform}/${space ?? "-"}/${person}`;
}

/** A thumb alone takes nothing back of what was said with the form. */
function reasonOf(
	vote: Feedback["vote"],
	entry: VoteEntry | undefined,
	before: Feedback | null,
): Pick<Feedback, "reason" | "note"> {
	if (vote === "right") return { reason: null, note: "" };
	if (!entry) return { reason: before?.reason ?? null, note: before?.note ?? "" };
	const reason = voteReasons.find((each) => each === entry.reason) ?? null;
	return { reason, note: entry.note.trim().slice(0, longestNote) };
}
