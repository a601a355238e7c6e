import { Speech } from "../../desk/languages.ts";
import { errorNotice, noticeOf } from "../../desk/notices.ts";
import type { Once } from "../../desk/once.ts";
import type { SettingsCommand } from "../../desk/settings/settings-command.ts";
import type { Asker, Desk, Overview } from "../../domain/chat.ts";
import type { CollectionMap } from "../../domain/collection.ts";
import type { Say } from "../../domain/messages.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { typedIn } from "../../domain/typed-in.ts";

export type CollectionsDeskParts = {
	map: CollectionMap;
	/** Runs work at a collection's own desk, which is opened for it; rejects where it cannot be. */
	at<R>(collection: string, work: (desk: Desk) => Promise<R>): Promise<R>;
	isOpen(collection: string): boolean;
	say: Say;
	/** What no collection has for itself. */
	settings: SettingsCommand;
	once: Pick<Once, "run">;
	whileAsked<T>(work: () => Promise<T>): Promise<T>;
};

/** One desk before all collections: each asker is sent to the one that answers where they are. */
export function createCollectionsDesk(parts: CollectionsDeskParts): Desk {
	const { map, at, say, settings, once, whileAsked } = parts;
	const speech = new Speech((asker) => settings.of(asker));
	const there = <R>(asker: Asker, work: (desk: Desk) => Promise<R>) =>
		at(map.of(asker.place), work);
	/** What only helps a reply: the reply itself tells why its collection cannot be opened. */
	const orElse = <R>(asker: Asker, otherwise: R, work: (desk: Desk) => Promise<R>) =>
		there(asker, work).catch(() => otherwise);
	return {
		async reply(incoming, asker) {
			try {
				return await there(asker, (desk) => desk.reply(incoming, asker));
			} catch (error) {
				const language = await speech.of(asker, typedIn(incoming));
				return { kind: "notice", notice: errorNotice(say, error, language) };
			}
		},
		once: (platform, delivery, work) => whileAsked(() => once.run(platform, delivery, work)),
		shown: (asker, next) => there(asker, (desk) => desk.shown(asker, next)),
		settings: (asker) => settings.of(asker),
		pointsAbove: (text, asker) => orElse(asker, false, (desk) => desk.pointsAbove(text, asker)),
		goesOn: (text, asker, above) => orElse(asker, false, (desk) => desk.goesOn(text, asker, above)),
		request: (view, asker) => orElse(asker, null, (desk) => desk.request(view, asker)),
		voteForm: (view, asker) => orElse(asker, null, (desk) => desk.voteForm(view, asker)),
		narrowProblems: (sent, asker) => orElse(asker, [], (desk) => desk.narrowProblems(sent, asker)),
		digestForm: (asked, asker) => orElse(asker, null, (desk) => desk.digestForm(asked, asker)),
		digestProblem: (sent, asker) => orElse(asker, null, (desk) => desk.digestProblem(sent, asker)),
		wrongForm: (view, item, asker) =>
			orElse(asker, null, (desk) => desk.wrongForm(view, item, asker)),
		wrongField: (sent, asker) => orElse(asker, null, (desk) => desk.wrongField(sent, asker)),
		language: (asker, typed) => speech.of(asker, typed),
		overview: (language, asker) =>
			there(asker, (desk) => desk.overview(language, asker)).catch((error) =>
				brokenOverview(language, errorNotice(say, error, language).title),
			),
		async suggest(typed, asker) {
			const work = (desk: Desk) => desk.suggest(typed, asker);
			if (parts.isOpen(map.of(asker.place))) return orElse(asker, [], work);
			// It is opened for the next letter: a list that comes too late is shown by no platform.
			void orElse(asker, [], work);
			return [];
		},
		notice: (code, language) => noticeOf(say, code, language),
	};
}

function brokenOverview(language: Language, coverage: string): Overview {
	return { language, coverage, outlets: [], speakers: [], hints: [], examples: [] };
}
