import type { Asker } from "../../domain/chat.ts";
import { type Subscription, Weekday, whenTold, whereNothingIsNew } from "../../domain/digest.ts";
import type { DigestEntry, DigestForm } from "../../domain/forms.ts";
import type { Say } from "../../domain/messages.ts";
import { type Language, languageKeys } from "../../domain/sets/languages.ts";
import { defaultTime } from "./subscribe.ts";
import { topicText } from "./texts.ts";
import type { Typed } from "./typed.ts";

type FormParts = {
	typed: Typed;
	/** The one that is changed. */
	of: Subscription | null;
	asker: Asker;
	/** Of the channel's other digests. */
	zone: string | undefined;
	language: Language;
	say: Say;
};

/** The form of a digest: as it is, with what was typed over it. */
export function digestForm({ typed, of, asker, zone, language, say }: FormParts): DigestForm {
	const { options, rest } = typed;
	const before: DigestEntry = {
		topic: of ? topicText(of) : "",
		when: of?.when ?? "daily",
		at: of?.at ?? defaultTime,
		days: (of?.days ?? Weekday.options).join(","),
		zone: of?.zone ?? asker.timeZone ?? zone ?? "",
		language: of?.language ?? language,
		empty: of?.empty ?? "say",
	};
	const topic = options.topic ?? rest;
	const list = (values: readonly string[], prefix: string) =>
		values.map((value) => ({
			value,
			label: say(language, `digest.${prefix}.${value}`).split("|")[0] ?? value,
		}));
	return {
		language,
		of: of?.id ?? null,
		entry: { ...before, ...options, ...(topic ? { topic } : {}) },
		choices: {
			when: list(whenTold, "form.when"),
			days: list(Weekday.options, "day"),
			language: list(languageKeys, "form.language"),
			empty: list(whereNothingIsNew, "form.empty"),
		},
	};
}
