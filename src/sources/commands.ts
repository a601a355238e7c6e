import type { Answer } from "../domain/answer.ts";
import type { Asker, Notice } from "../domain/chat.ts";
import { IsnadError } from "../domain/errors.ts";
import type { MessageParams, Say } from "../domain/messages.ts";
import type { Clock } from "../domain/ports.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { Source, SourceProblem, SourceStore } from "../domain/sources.ts";
import { type AllowedAddresses, checkAddress, shown } from "../fetching/address.ts";
import type { FetchAddress } from "../fetching/fetched.ts";
import type { IntakeWork } from "./intake-port.ts";
import type { PollResult } from "./poll-source.ts";
import { rhythm } from "./schedule.ts";
import { type SourceVerb, verbIn } from "./verbs.ts";

export type SourceCommandsParts = {
	store: SourceStore;
	fetch: FetchAddress;
	allowed: AllowedAddresses;
	intake: Pick<IntakeWork, "readFeedOrPage">;
	/** One look now, awaited. */
	poll(source: Source): Promise<PollResult>;
	/** What is due is looked at soon. */
	wake(): void;
	say: Say;
	now: Clock;
	/** Six characters that people can type and nobody has yet. */
	newId(): string;
};

/** `/sources add|list|check|remove`: feeds and pages that articles come from by themselves. */
export class SourceCommands {
	readonly #parts: SourceCommandsParts;

	constructor(parts: SourceCommandsParts) {
		this.#parts = parts;
	}

	/** Whether the text is one of these commands, as against words to list articles by. */
	handles(text: string): boolean {
		return verbIn(text, this.#parts.say) !== null;
	}

	/** Whether everybody may: what only looks. */
	isOpen(text: string): boolean {
		const verb = verbIn(text, this.#parts.say)?.verb;
		return verb === undefined || verb === "list";
	}

	/** Errors: those of addresses and feeds, `source_known`, `source_unknown`. */
	async run(
		text: string,
		asker: Asker,
		language: Language,
	): Promise<{ kind: "notice"; notice: Notice } | { answer: Answer }> {
		const order = verbIn(text, this.#parts.say);
		const by = `${asker.place.platform}/${asker.person}`;
		return { kind: "notice", notice: await this.notice(order, by, language) };
	}

	/** The same for an order that was read already. */
	async notice(
		order: { verb: SourceVerb; rest: string } | null,
		by: string,
		language: Language,
	): Promise<Notice> {
		if (order?.verb === "list") return this.#list(language);
		if (order?.verb === "check") return this.#check(order.rest, language);
		if (!order?.rest) return this.#notice("source_usage", "source.usage", language);
		if (order.verb === "add") return this.#add(order.rest, by, language);
		return this.#remove(order.rest, language);
	}

	async #add(text: string, by: string, language: Language): Promise<Notice> {
		const { store, fetch, intake, now, allowed, say } = this.#parts;
		const { url } = checkAddress(text, allowed);
		url.hash = "";
		const known = (await store.list()).find(({ address }) => address === url.href);
		if (known) throw knownSource(known);
		const fetched = await fetch(url.href);
		if (fetched.kind === "failed") throw fetched.error;
		if (fetched.kind === "unchanged") throw new IsnadError("internal", "A first answer was 304.");
		const content = await intake.readFeedOrPage(fetched);
		const isFeed = content.kind === "feed";
		const source: Source = {
			id: this.#parts.newId(),
			address: url.href,
			kind: content.kind,
			title: content.kind === "feed" ? content.feed.title : null,
			addedBy: by,
			addedAt: now(),
			etag: null,
			lastModified: null,
			// A page is looked at here and now: whether it holds an article is what the asker wants to know.
			nextPollAt: isFeed ? now() : now() + rhythm.lease,
			lastSuccessAt: null,
			lastProblem: null,
			failures: 0,
		};
		if (!(await store.add(source))) throw knownSource(source);
		const named = { id: source.id, title: nameOf(source) };
		if (content.kind === "feed") {
			this.#parts.wake();
			const count = content.feed.items.length;
			return this.#notice("source_added", "source.added.feed", language, { ...named, count });
		}
		const { lastProblem } = (await this.#parts.poll(source)).source;
		if (!lastProblem) return this.#notice("source_added", "source.added.page", language, named);
		await store.remove(source.id);
		const { code, key, params } = lastProblem;
		const message = say("en", `error.${key}`, params);
		throw new IsnadError(code as IsnadError["code"], message, { key, params });
	}

	async #remove(text: string, language: Language): Promise<Notice> {
		const { store } = this.#parts;
		const damaged = (await store.damaged()).find(({ id }) => id === text.toLowerCase());
		const source = damaged ?? (await this.#find(text));
		await store.remove(source.id);
		const title = "address" in source ? nameOf(source) : source.id;
		const named = { id: source.id, title };
		return this.#notice("source_removed", "source.removed", language, named);
	}

	async #check(text: string, language: Language): Promise<Notice> {
		const { store, now } = this.#parts;
		const sources = text ? [await this.#find(text)] : await store.list();
		for (const source of sources) await store.save({ ...source, nextPollAt: now() });
		this.#parts.wake();
		const count = sources.length;
		return this.#notice("source_checking", "source.checking", language, { count });
	}

	async #find(text: string): Promise<Source> {
		const sources = await this.#parts.store.list();
		const found = sources.find(({ id, address }) => id === text.toLowerCase() || address === text);
		if (found) return found;
		throw new IsnadError(
			"source_unknown",
			`There is no source ${shown(text)}: source list shows the ids.`,
			{ params: { id: shown(text) } },
		);
	}

	async #list(language: Language): Promise<Notice> {
		const { store, say } = this.#parts;
		const sources = await store.list();
		const lines = sources.flatMap((source) => this.#lines(source, language));
		for (const { id, field } of await store.damaged())
			lines.push(say(language, "source.line.damaged", { id, field }));
		return {
			code: "source_list",
			language,
			title: say(language, "source.list.title"),
			lines: lines.length > 0 ? lines : [say(language, "source.none")],
			examples: [],
		};
	}

	#lines(source: Source, language: Language): string[] {
		const { say } = this.#parts;
		const { id, address, lastSuccessAt, lastProblem } = source;
		const kind = say(language, `source.kind.${source.kind ?? "unknown"}`);
		const title = nameOf(source);
		const lines = [say(language, "source.line", { id, kind, title, address })];
		if (lastSuccessAt !== null)
			lines.push(say(language, "source.line.success", { id, at: timeOf(lastSuccessAt) }));
		else lines.push(say(language, "source.line.never", { id }));
		if (lastProblem) {
			const problem = problemText(lastProblem, language, say);
			lines.push(say(language, "source.line.problem", { id, at: timeOf(lastProblem.at), problem }));
		}
		return lines;
	}

	/** A sentence for each source, under the list of articles: its last success and its last problem. */
	async notes(language: Language): Promise<string[]> {
		const { store, say } = this.#parts;
		return (await store.list()).map((source) => {
			const { lastSuccessAt, lastProblem } = source;
			const success = lastSuccessAt === null ? "" : timeOf(lastSuccessAt);
			const params: MessageParams = { at: success, success };
			let key = lastSuccessAt === null ? "never" : "success";
			if (lastProblem) {
				key = lastSuccessAt === null ? "never_problem" : "problem";
				params["at"] = timeOf(lastProblem.at);
				params["problem"] = problemText(lastProblem, language, say);
			}
			const state = say(language, `source.note.${key}`, params);
			return say(language, "source.note", { title: nameOf(source), state });
		});
	}

	#notice(code: string, key: string, language: Language, params: MessageParams = {}): Notice {
		const { say } = this.#parts;
		const family = key.split(".").slice(0, 2).join(".");
		const title = say(language, `${family}.title`);
		return { code, language, title, lines: [say(language, key, params)], examples: [] };
	}
}

function knownSource({ address, id }: Source): IsnadError {
	return new IsnadError("source_known", `${shown(address)} is followed already (${id}).`, {
		params: { address: shown(address), id },
	});
}

function nameOf({ title, address }: Source): string {
	return title ?? new URL(address).host;
}

export function problemText({ key, params }: SourceProblem, language: Language, say: Say): string {
	const text = say(language, `error.${key}`, params);
	return text === `error.${key}` ? say(language, "error.internal") : text;
}

/** `2025-05-03 10:00 UTC`. */
function timeOf(at: number): string {
	return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
