import { choicesOf, filterKeys } from "../../domain/sets/filters.ts";
import { type Language, languages } from "../../domain/sets/languages.ts";
import { isolated } from "../../language/text/isolate.ts";
import { mostAnHour } from "../alert-bound.ts";
import type { DigestBase } from "./digest-base.ts";

/** "What is new: china drones, 6 May 2024. 1 contested, 5 new"; of what is told at once: "Just in: china drones". */
export function headingOf(
	base: DigestBase,
	counts: readonly [part: string, count: number][],
): string {
	const { language } = base.material;
	const title = titleOf(base);
	if (base.material.alert) return title;
	const told = counts
		.filter(([, count]) => count > 0)
		.map(([part, count]) => base.say(language, `digest.count.${part}`, { count }));
	return told.length > 0 ? `${title}. ${told.join(languages[language].comma)}` : title;
}

function titleOf({ say, material, request }: DigestBase): string {
	const { language, day } = material;
	const date = dayText(day, language);
	if (material.alert) {
		const topic = isolated(request.text || (request.by ?? request.outlet ?? ""), language);
		return say(language, topic ? "digest.alert.heading" : "digest.alert.heading_all", { topic });
	}
	if (!request.text) return say(language, "digest.heading_all", { date });
	return say(language, "digest.heading", { topic: isolated(request.text, language), date });
}

type Counts = { shown: number; all: number; known: number };

/** What was looked through, what it makes up for, how the topic is narrowed: a sentence each. */
export function digestNotes(
	{ say, material, request }: DigestBase,
	{ shown, all, known }: Counts,
): string[] {
	const { language, since, missed, articles, newClaims, alert } = material;
	const out: string[] = [];
	const from = since && dayText(since, language);
	if (missed) {
		const date = dayText(missed.from, language);
		out.push(say(language, "digest.note.missed", { count: missed.count, date }));
	}
	if (shown === 0)
		out.push(
			from
				? say(language, "digest.note.nothing_since", { date: from })
				: say(language, "digest.note.nothing"),
		);
	if (!alert) {
		const claims = say(language, "count.claims", { count: newClaims.size });
		out.push(say(language, "digest.note.looked", { count: articles, claims }));
		if (known > 0) out.push(say(language, "digest.note.known", { count: known }));
	}
	if (all > shown) out.push(say(language, "digest.note.left_out", { count: all - shown }));
	if (alert?.isLast) out.push(say(language, "digest.alert.last", { count: mostAnHour }));
	for (const name of filterKeys) {
		const value = request[name];
		if (!value) continue;
		const shown = choicesOf(name) ? say(language, `${name}.${value}`) : isolated(value, language);
		out.push(say(language, `note.filter.${name}`, { value: shown }));
	}
	return out;
}

const formats = new Map<Language, Intl.DateTimeFormat>();

/** An ISO day in words, Latin digits in both languages. */
function dayText(day: string, language: Language): string {
	let format = formats.get(language);
	if (!format) {
		format = new Intl.DateTimeFormat(languages[language].locale, {
			timeZone: "UTC",
			year: "numeric",
			month: "long",
			day: "numeric",
		});
		formats.set(language, format);
	}
	return format.format(new Date(`${day}T00:00:00Z`));
}
