import type { Answerer } from "../../answers/answerer.ts";
import { findTitles } from "../../answers/find/persons-titles.ts";
import { Library } from "../../answers/library.ts";
import { LeanArticles } from "../../corpus/store/lean-articles.ts";
import type { Corrections } from "../../corrections/corrections.ts";
import type { DigestMaterial } from "../../digest/contents/material.ts";
import { writeDigest } from "../../digest/contents/write-digest.ts";
import type { Answer, AnswerItem, Request } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import type { Quotation } from "../../domain/quotation.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { inSlices, type Slices } from "../../domain/slices.ts";
import type { ItemPlace } from "../../domain/state/conversation.ts";
import { haveSameEvents } from "../../domain/text-shelf.ts";
import { TimelineBuilder } from "../../timeline/entries.ts";
import { inTurn } from "../in-turn.ts";
import type { CorpusNews } from "./corpus-intake.ts";
import { type Generation, generationOf, type LiveParts } from "./generation.ts";
import { identitiesIn, type Served, servedArticles, storedArticles } from "./served.ts";
import { slicer } from "./slicer.ts";

/** An answer that met so many exchanges is of the last of them. */
const mostTries = 3;

/**
 * What answers while articles come and go. The next state of the corpus is made ready beside the
 * one that serves, in slices of a few milliseconds, and takes its place in one moment: an answer is
 * of one state or the other, never of both.
 */
export class LiveCorpus implements Answerer {
	readonly #parts: LiveParts;
	#served: Served;
	#current: Generation;
	/** Told once the first state is made ready whole. */
	#timeline: TimelineBuilder | undefined;
	readonly #inTurn = inTurn();
	readonly #correcting = inTurn();
	/** Lasts while the index changes from one state to the next. */
	#exchange: Promise<void> | undefined;
	#version = 1;
	/** Questions that wait for the next state: what an operator took down is in no answer behind it. */
	#waiting = 0;
	#notes: (language: Language) => Promise<string[]> = async () => [];

	constructor(parts: LiveParts) {
		this.#parts = parts;
		this.#served = parts.served;
		parts.names.edit(identitiesIn(parts.served));
		const articles = servedArticles(parts.served);
		const library = parts.library ?? new Library(articles, parts.stopWords);
		this.#current = generationOf(articles, library, parts);
	}

	async answer(request: Request): Promise<Answer> {
		await this.correct();
		const answer = await this.fromOne(({ answerer }) => answerer.answer(request));
		if (request.command === "sources" && answer.offset === 0)
			answer.notes.push(...(await this.#notes(answer.language)));
		return answer;
	}

	/** What is new on a topic; see `writeDigest`. What was taken down is not told as gone either. */
	async digest(material: DigestMaterial): Promise<Answer> {
		await this.correct();
		const gone = material.gone.filter(({ article: id, head, claim }) => {
			const told = head && { id, url: head.url, file: head.file, title: head.title };
			const place = told ?? { id, url: null, file: "", title: null };
			return !this.#served.corrections.hides(place, claim.quote, true);
		});
		return this.fromOne(({ parts, library }) =>
			writeDigest(parts, library, { ...material, gone }, slicer()),
		);
	}

	/** What an operator has corrected since it was looked at last holds once this resolves. */
	correct(): Promise<void> {
		const { watch } = this.#parts;
		if (!watch) return Promise.resolve();
		// One after the other: who asks while a correction is taken in is answered after it.
		return this.#correcting(async () => {
			const corrections = await watch.changed();
			if (!corrections) return;
			this.#waiting++;
			try {
				await this.#inTurn(() => this.#turnTo({ ...this.#served, corrections }));
			} catch (error) {
				// Whoever asks next is not answered from before it either.
				watch.forget();
				throw error;
			} finally {
				this.#waiting--;
			}
		});
	}

	/** The operator's word as it holds now. */
	get corrections(): Corrections {
		return this.#served.corrections;
	}

	isTakenDown(item: AnswerItem): boolean {
		const { corrections } = this.#served;
		if (item.kind === "source") return corrections.isTakenDown({ ...item.article, file: "" });
		const { article: id, url, file, title } = item.citation;
		return corrections.hides({ id, url, file, title }, item.quote, item.kind === "claim");
	}

	/** What is asked of one state alone, whatever comes in meanwhile. */
	async fromOne<T>(ask: (generation: Generation) => Promise<T>): Promise<T> {
		for (let tries = 1; ; tries++) {
			await this.#exchange;
			const generation = this.#current;
			// What the index gave while an article was being exchanged may be of either state.
			const isOfOne = () => generation === this.#current && this.#exchange === undefined;
			const isLast = () => isOfOne() || tries === mostTries;
			try {
				const answer = await ask(generation);
				if (isLast()) return answer;
			} catch (error) {
				if (isLast()) throw error;
			}
		}
	}

	quotation(place: ItemPlace, language: Language): Quotation | null {
		return this.#current.answerer.quotation(place, language);
	}

	read: Answerer["read"] = (text, language) => this.#current.answerer.read(text, language);

	who: Answerer["who"] = () => this.#current.answerer.who();

	articles(): readonly Article[] {
		return this.#current.articles;
	}

	/** What they hold, by passage and claim. */
	get library(): Library {
		return this.#current.library;
	}

	/** The articles as they were read, without an operator's word. */
	stored(): readonly Article[] {
		return storedArticles(this.#served);
	}

	/** Whether the article is among those that were read, an operator's word aside. */
	holds(article: string): boolean {
		const { own, fixed } = this.#served;
		return own.has(article) || fixed.some(({ id }) => id === article);
	}

	/** States of the corpus that have served, this one among them. */
	get version(): number {
		return this.#version;
	}

	/** Passages that answers come from now. */
	get size(): number {
		return this.#current.passages;
	}

	/** Sentences that every list of sources ends with. */
	noteSources(notes: (language: Language) => Promise<string[]>): void {
		this.#notes = notes;
	}

	/** Does ahead of time what the first questions would have to wait for. */
	async warmUp(): Promise<void> {
		await this.#parts.index.warmUp?.();
		await this.#inTurn(async () => {
			const timeline = new TimelineBuilder(this.#parts.stopWords);
			const breathe = slicer();
			for (const article of this.#current.articles) await inSlices(timeline.add(article), breathe);
			this.#timeline = timeline;
			this.#current = await this.#ready(this.#current.articles, this.#served);
		});
	}

	/** Takes changes of the corpus folder in; they serve once it resolves. */
	apply(news: CorpusNews): Promise<void> {
		return this.#inTurn(() => this.#apply(news));
	}

	async #apply(news: CorpusNews): Promise<void> {
		const own = await inSlices(this.#ownWith(news), this.#slicer());
		await this.#turnTo({ ...this.#served, own });
		this.#parts.shelf?.remove(news.removed);
	}

	*#ownWith({ put, pairs, removed, digests }: CorpusNews): Slices<Map<string, Article>> {
		const own = new Map(this.#served.own);
		const { shelf } = this.#parts;
		const lean = new LeanArticles();
		const fileOf = (id: string) => ({ digest: digests.get(id) ?? "", stamp: null });
		for (const id of removed) own.delete(id);
		for (const article of put) {
			own.set(article.id, shelf?.put(article, fileOf(article.id)) ?? lean.of(article));
			yield;
		}
		for (const [id, contradictions] of pairs) {
			const known = own.get(id);
			if (!known) continue;
			const article = shelf?.putPairs(known, contradictions, fileOf(id)) ?? {
				...known,
				contradictions: lean.pairs(contradictions),
			};
			this.#parts.names.readSame(known, article);
			own.set(id, article);
			yield;
		}
		return own;
	}

	/** Answers from this state once it resolves. */
	async #turnTo(served: Served): Promise<void> {
		const { index, names } = this.#parts;
		const articles = servedArticles(served);
		const edited = served.corrections !== this.#served.corrections;
		names.edit(identitiesIn(served));
		const before = new Map(this.#current.articles.map((article) => [article.id, article]));
		const fresh = articles.filter(({ id }) => !before.has(id));
		const changed = articles.filter((article) => (before.get(article.id) ?? article) !== article);
		const kept = new Set(articles.map(({ id }) => id));
		const gone = [...before.keys()].filter((id) => !kept.has(id));
		if (fresh.length + changed.length + gone.length === 0 && !edited) {
			this.#served = served;
			return;
		}
		for (const article of fresh) await index.add(article);
		// New ones too: an earlier change may have come so far and no further.
		const toldAnew = [...fresh, ...changed].filter((article) => {
			const known = before.get(article.id);
			return !known || !haveSameEvents(known, article);
		});
		for (const { id } of toldAnew) this.#timeline?.remove(id);
		for (const id of gone) this.#timeline?.remove(id);
		const breathe = this.#slicer();
		for (const article of toldAnew)
			if (this.#timeline) await inSlices(this.#timeline.add(article), breathe);
		const next = await this.#ready(articles, served);
		// From here to the end no answer begins, and one that was begun is asked for again.
		const exchanged = Promise.withResolvers<void>();
		this.#exchange = exchanged.promise;
		try {
			for (const article of changed) if (!(await index.exchange(article))) await index.add(article);
			for (const id of gone) await index.remove(id);
			this.#served = served;
			this.#current = next;
			this.#version++;
		} finally {
			this.#exchange = undefined;
			exchanged.resolve();
		}
	}

	async #ready(articles: readonly Article[], served: Served): Promise<Generation> {
		const { stopWords, names } = this.#parts;
		await inSlices(names.readWho(articles), this.#slicer());
		const given = { ...this.#parts, served };
		if (!this.#timeline) return generationOf(articles, new Library(articles, stopWords), given);
		const entries = await inSlices(this.#timeline.byEvent(), this.#slicer());
		const library = await inSlices(Library.read(articles, stopWords, entries), this.#slicer());
		await inSlices(findTitles(library), this.#slicer());
		const generation = generationOf(articles, library, given);
		const { reader } = generation.parts;
		if (reader.prepare) await inSlices(reader.prepare(), this.#slicer());
		await reader.read("who");
		return generation;
	}

	/** What comes in may take its time, unless a question waits for it. */
	#slicer(): () => Promise<void> | undefined {
		return slicer(() => this.#waiting > 0);
	}
}
