import type { Answerer } from "../../answers/answerer.ts";
import { makeCorrection } from "../../corrections/make.ts";
import type { Target } from "../../corrections/targets.ts";
import { type CorrectionWords, correctionWords } from "../../corrections/words.ts";
import type { Article, Claim } from "../../domain/article.ts";
import { mayClaim } from "../../domain/article-outline.ts";
import type { Asker, Notice, Reply } from "../../domain/chat.ts";
import type { Correction, NewCorrection } from "../../domain/corrections.ts";
import { asIsnadError } from "../../domain/errors.ts";
import type { Say } from "../../domain/messages.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { ItemPlace, View } from "../../domain/state/conversation.ts";
import {
	unpairMark,
	type WrongChoice,
	type WrongEntry,
	type WrongField,
	type WrongForm,
	wrongChoiceKeys,
	wrongChoices,
} from "../../domain/wrong-form.ts";
import type { Speech } from "../languages.ts";
import { errorNotice, noticeOf, refusal } from "../notices.ts";
import { may, type Operators } from "../rights.ts";
import type { Views } from "../views/views.ts";
import { formFor } from "./wrong-form.ts";
import { claimWithId, noTarget, onlyClaim, targetAt } from "./wrong-targets.ts";

/** Where an operator's word is kept, and what it is said of. */
export type CorrectionKeeper = {
	/** The articles as they were read. */
	stored(): readonly Article[];
	/** Keeps it; the next answer holds it. Errors: `corpus_unwritable`, `correction_refused`. */
	keep(made: NewCorrection): Promise<Correction>;
};

type Parts = {
	answerer: Answerer;
	say: Say;
	views: Views;
	speech: Speech;
	operators: Operators;
	keeper: CorrectionKeeper | undefined;
};

/** "This is wrong": what an operator says of an item of an answer. */
export class Wrong {
	readonly #parts: Parts;
	readonly #words: CorrectionWords;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#words = correctionWords(parts.say);
	}

	/** Whether this person is shown the button. */
	isOpenTo(asker: Asker): boolean {
		const { keeper, operators } = this.#parts;
		return keeper !== undefined && may("operate", asker, operators);
	}

	/** Null for everybody else, and where the item is gone. */
	async form(id: string, item: number, asker: Asker): Promise<WrongForm | null> {
		const { views } = this.#parts;
		const view = this.isOpenTo(asker) ? await views.get(id, asker) : null;
		const place = view?.places[item];
		const target = place && targetAt(place, this.#stored());
		if (!view || !target) return null;
		const parts = { ...this.#parts, stored: this.#stored() };
		return formFor(place, target, await this.#languageOf(view, asker), parts);
	}

	/** What cannot be taken, and in which field; null where all of it can. */
	async problem({ view: id, item, entry }: Said, asker: Asker): Promise<WrongField | null> {
		const { views, say } = this.#parts;
		const view = this.isOpenTo(asker) ? await views.get(id, asker) : null;
		if (!view) return null;
		try {
			this.#made(view.places[item], entry, asker);
			return null;
		} catch (error) {
			const { code, told } = asIsnadError(error);
			if (code !== "correction_refused") return null;
			const field = told.key === "correction_no_reason" ? "why" : fieldOf(entry.what);
			return {
				field,
				text: say(await this.#languageOf(view, asker), `error.${told.key}`, told.params),
			};
		}
	}

	async run({ view: id, item, entry }: Said, asker: Asker): Promise<Reply> {
		const { say, views, speech, keeper } = this.#parts;
		if (!keeper || !this.isOpenTo(asker))
			return refusal(say, "not_allowed_operate", await speech.of(asker));
		const view = await views.get(id, asker);
		if (!view) return refusal(say, "view_gone", await speech.of(asker));
		const language = await this.#languageOf(view, asker);
		try {
			const kept = await keeper.keep(this.#made(view.places[item], entry, asker));
			const params = { what: this.#told(entry.what, language), id: kept.id, why: kept.why };
			return { kind: "notice", notice: noticeOf(say, "corrected", language, params) };
		} catch (error) {
			return { kind: "notice", notice: this.#withTyped(error, entry, language) };
		}
	}

	/** What went wrong, with what was typed: a form that was sent is gone. */
	#withTyped(error: unknown, { value, why }: WrongEntry, language: Language): Notice {
		const { say } = this.#parts;
		const notice = errorNotice(say, error, language);
		const typed = [value, why].filter((text) => text.trim());
		const lines = typed.map((text) => say(language, "wrong.typed", { text }));
		return { ...notice, lines: [...notice.lines, ...lines] };
	}

	#told(what: string, language: Language): string {
		const key = what.startsWith(unpairMark) ? "unpair_done" : what;
		return this.#parts.say(language, `wrong.choice.${key}`);
	}

	/** Errors: `correction_refused`. */
	#made(place: ItemPlace | undefined, entry: WrongEntry, asker: Asker): NewCorrection {
		const target = place && targetAt(place, this.#stored());
		if (!target) throw noTarget();
		const { what, why } = entry;
		const claim = onlyClaim(target);
		const by = `${asker.place.platform}:${asker.person}`;
		const parts = { who: this.#parts.answerer.who(), words: this.#words };
		const meant: Target = claim ? { ...target, claim } : target;
		const base = { target: meant, value: entry.value, by, why };
		if (what.startsWith(unpairMark)) {
			const id = what.slice(unpairMark.length);
			const other = claimWithId(id, this.#stored());
			if (!other) throw noTarget();
			return makeCorrection({ ...base, kind: "unpair", other }, parts);
		}
		const kind = wrongChoiceKeys.find((key) => key === what);
		if (!kind) throw noTarget();
		const name = claim ? this.#speakerNow(claim) : undefined;
		const value = kind === "act" ? entry.act : entry.value;
		return makeCorrection({ ...base, kind, value, name }, parts);
	}

	/** As the claim stands now, with what was corrected before. */
	#speakerNow({ id, speaker }: Claim): string {
		const articles = this.#parts.answerer.articles();
		const own = articles.filter((article) => mayClaim(article, id));
		const now = own.flatMap(({ claims }) => claims.find((claim) => claim.id === id) ?? [])[0];
		return (now ?? { speaker }).speaker.name;
	}

	async #languageOf(view: View, asker: Asker): Promise<Language> {
		return view.request?.language ?? view.answer?.language ?? this.#parts.speech.of(asker);
	}

	#stored(): readonly Article[] {
		return this.#parts.keeper?.stored() ?? [];
	}
}

/** What was sent with the form. */
type Said = { view: string; item: number; entry: WrongEntry };

function fieldOf(what: string): keyof WrongEntry {
	const row = wrongChoices[what as WrongChoice] as { value: string | null } | undefined;
	if (row?.value === "act") return "act";
	return row?.value === "text" ? "value" : "what";
}
