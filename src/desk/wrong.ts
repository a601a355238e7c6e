import type { Answerer } from "../answers/answerer.ts";
import { makeCorrection } from "../corrections/make.ts";
import { claimOf, type Target } from "../corrections/targets.ts";
import { type CorrectionWords, correctionWords } from "../corrections/words.ts";
import type { Article, Claim } from "../domain/article.ts";
import type { Asker, Notice, Reply } from "../domain/chat.ts";
import type { Correction, NewCorrection } from "../domain/corrections.ts";
import { asIsnadError, IsnadError } from "../domain/errors.ts";
import type { Say } from "../domain/messages.ts";
import { Act } from "../domain/sets/acts.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { ItemPlace, View } from "../domain/state/conversation.ts";
import {
	unpairMark,
	type WrongChoice,
	type WrongEntry,
	type WrongField,
	type WrongForm,
	wrongChoiceKeys,
	wrongChoices,
} from "../domain/wrong-form.ts";
import { isolated } from "../language/text/isolate.ts";
import { fallback } from "./languages.ts";
import { errorNotice, noticeOf, refusal } from "./notices.ts";
import { may, type Operators } from "./rights.ts";
import type { Views } from "./views.ts";

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
	operators: Operators;
	keeper: CorrectionKeeper | undefined;
};

/** Other claims that an item is said to contradict: so many are offered. */
const mostPairs = 5;
/** Of words in a choice; the least that a platform takes is 75. */
const mostLabel = 34;
/** Of an id in a choice; platforms take 100 with what stands before it. */
const longestId = 90;

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
		const { say, answerer, views } = this.#parts;
		const view = this.isOpenTo(asker) ? await views.get(id) : null;
		const target = view && this.#targetOf(view.places[item]);
		if (!view || !target) return null;
		const language = languageOf(view, asker);
		const claim = onlyClaim(target);
		const place = view.places[item];
		const shown = place ? answerer.quotation(place, language) : null;
		const passage = shown?.passages.find(({ quoted }) => quoted);
		const quote = passage?.quoted
			? passage.text.slice(passage.quoted.from, passage.quoted.to)
			: (claim?.paraphrase?.[language] ?? claim?.quote ?? target.passage?.text ?? "");
		const offered = wrongChoiceKeys.filter(
			(key) => (claim || !wrongChoices[key].claim) && (target.passage || key !== "hide_passage"),
		);
		return {
			...{ language, quote, speaker: claim ? speakerIn(claim, language) : "" },
			choices: [
				...offered.map((value) => ({ value, label: say(language, `wrong.choice.${value}`) })),
				...(claim ? this.#pairs(claim, language) : []),
			],
			acts: Act.options.map((value) => ({ value, label: say(language, `stance.${value}`) })),
		};
	}

	/** What cannot be taken, and in which field; null where all of it can. */
	async problem({ view: id, item, entry }: Said, asker: Asker): Promise<WrongField | null> {
		const { views, say } = this.#parts;
		const view = this.isOpenTo(asker) ? await views.get(id) : null;
		if (!view) return null;
		try {
			this.#made(view.places[item], entry, asker);
			return null;
		} catch (error) {
			const { code, told } = asIsnadError(error);
			if (code !== "correction_refused") return null;
			const field = told.key === "correction_no_reason" ? "why" : fieldOf(entry.what);
			return { field, text: say(languageOf(view, asker), `error.${told.key}`, told.params) };
		}
	}

	async run({ view: id, item, entry }: Said, asker: Asker): Promise<Reply> {
		const { say, views, keeper } = this.#parts;
		if (!keeper || !this.isOpenTo(asker))
			return refusal(say, "not_allowed_operate", asker.language ?? fallback);
		const view = await views.get(id);
		if (!view) return refusal(say, "view_gone", asker.language ?? fallback);
		const language = languageOf(view, asker);
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
		const target = this.#targetOf(place);
		if (!target) throw noTarget();
		const { what, why } = entry;
		const claim = onlyClaim(target);
		const by = `${asker.place.platform}:${asker.person}`;
		const parts = { who: this.#parts.answerer.who(), words: this.#words };
		const meant: Target = claim ? { ...target, claim } : target;
		const base = { target: meant, value: entry.value, by, why };
		if (what.startsWith(unpairMark)) {
			const id = what.slice(unpairMark.length);
			const other = this.#claim(id);
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
		for (const { claims } of this.#parts.answerer.articles()) {
			const now = claims.find((claim) => claim.id === id);
			if (now) return now.speaker.name;
		}
		return speaker.name;
	}

	#targetOf(place: ItemPlace | undefined): Target | null {
		const article = place && this.#stored().find(({ id }) => id === place.article);
		if (!place || !article) return null;
		const passage = article.passages.find(({ id }) => id === place.passage);
		if (!passage) return place.passage === "" ? { article } : null;
		const stated = article.claims.find(({ id }) => id === place.stated);
		// A passage may be quoted for one claim of several.
		const [only, ...more] = article.claims.filter(
			({ passage: of, source: { line, start } }) =>
				of === passage.id && line === place.line && start === place.start,
		);
		const claim = stated ?? (more.length === 0 ? only : undefined);
		return { article, passage, ...(claim ? { claim } : {}) };
	}

	#claim(id: string): Target | null {
		for (const article of this.#stored()) {
			const claim = article.claims.find((each) => each.id === id);
			const passage = article.passages.find((each) => each.id === claim?.passage);
			if (claim && passage) return { article, passage, claim };
		}
		return null;
	}

	#pairs(claim: Claim, language: Language): WrongForm["choices"] {
		const { say, answerer } = this.#parts;
		const others = answerer
			.articles()
			.flatMap(({ contradictions }) => contradictions)
			.flatMap(({ claims: [a, b] }) => (a === claim.id ? [b] : b === claim.id ? [a] : []));
		return [...new Set(others)].slice(0, mostPairs).flatMap((id) => {
			const other = this.#claim(id)?.claim;
			if (!other || id.length > longestId) return [];
			const said = other.paraphrase?.[language] ?? other.quote;
			const words = `${speakerIn(other, language)}: ${said}`;
			const cut = words.length > mostLabel ? `${words.slice(0, mostLabel)}…` : words;
			const short = isolated(cut, language);
			return [
				{
					value: `${unpairMark}${id}`,
					label: say(language, "wrong.choice.unpair", { claim: short }),
				},
			];
		});
	}

	#stored(): readonly Article[] {
		return this.#parts.keeper?.stored() ?? [];
	}
}

/** What was sent with the form. */
type Said = { view: string; item: number; entry: WrongEntry };

function onlyClaim(target: Target): Claim | null {
	try {
		return claimOf(target);
	} catch {
		return null;
	}
}

function speakerIn({ speaker }: Claim, language: Language): string {
	return speaker.label?.[language] ?? speaker.name;
}

function fieldOf(what: string): keyof WrongEntry {
	const row = wrongChoices[what as WrongChoice] as { value: string | null } | undefined;
	if (row?.value === "act") return "act";
	return row?.value === "text" ? "value" : "what";
}

function noTarget(): IsnadError {
	return new IsnadError("correction_refused", "What was corrected is gone: ask again.", {
		key: "correction_no_target",
	});
}

function languageOf(view: View, asker: Asker): Language {
	return view.request?.language ?? view.answer?.language ?? asker.language ?? fallback;
}
