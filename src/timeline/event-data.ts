import { z } from "zod";
import { IsnadError } from "../domain/errors.ts";
import { foldedSet, type Phrases, phraseSet, phrases } from "../language/dates/index.ts";
import { fold } from "../language/text/normalise.ts";
import { perfectForms, suffixedPronouns } from "../language/words/arabic-verbs.ts";

const words = z.array(z.string().min(1));

/** `index-data/dates/events.json`. */
export const EventData = z.strictObject({
	/** Kinds of happenings: verbs in the past as a dictionary has them, and nouns of the same. */
	happenings: z.array(
		z.strictObject({
			/** Rises and falls: a date in the sentence is the date of what is measured. */
			measure: z.literal(true).optional(),
			verbs: words,
			nouns: words,
		}),
	),
	/** "This came during a meeting": a sentence that ties itself to the story of the lead. */
	stories: z.strictObject({ lead: words, during: words, after: words }),
	/** "At an earlier time": what follows is no longer of the article's day. */
	earlier: words,
	/** Words before a date that make it a yardstick. */
	comparisons: words,
	/** Nouns whose year is part of a name. */
	names: words,
	/** What goes on since a date does not happen then. */
	ongoing: words,
});
export type EventData = z.infer<typeof EventData>;

/** Checks the file of event words. Throws `data_invalid`. */
export function parseEventData(file: unknown): EventData {
	const result = EventData.safeParse(file);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	throw new IsnadError(
		"data_invalid",
		`The words in index-data/dates/events.json are damaged at "${issue?.path.map(String).join(".") ?? ""}": ${issue?.message ?? "unreadable"}. Restore that file.`,
	);
}

export type EventWords = {
	/** A verb in the past to the kind of happening it tells. */
	verbs: Phrases<number>;
	nouns: Phrases<number>;
	measures: ReadonlySet<number>;
	storyLead: Phrases<true>;
	storyDuring: Phrases<true>;
	storyAfter: Phrases<true>;
	earlier: Phrases<true>;
	comparisons: Phrases<true>;
	names: ReadonlySet<string>;
	ongoing: ReadonlySet<string>;
};

export function compileEventWords(data: EventData): EventWords {
	return {
		verbs: phrases(
			data.happenings.flatMap((kind, index) =>
				kind.verbs.flatMap((verb) => inflected(fold(verb)).map((form) => [form, index] as const)),
			),
		),
		nouns: phrases(
			data.happenings.flatMap((kind, index) =>
				kind.nouns.flatMap((noun) => nounForms(fold(noun)).map((form) => [form, index] as const)),
			),
		),
		measures: new Set(data.happenings.flatMap((kind, index) => (kind.measure ? [index] : []))),
		storyLead: phraseSet(data.stories.lead),
		storyDuring: phraseSet(data.stories.during),
		storyAfter: phraseSet(data.stories.after),
		earlier: phraseSet(data.earlier),
		comparisons: phraseSet(data.comparisons),
		names: foldedSet(data.names),
		ongoing: foldedSet(data.ongoing),
	};
}

/** Third persons of an Arabic perfect, those of one with object pronouns; an English form stands as it is. */
function inflected(verb: string): string[] {
	if (!/\p{Script=Arabic}/u.test(verb)) return [verb];
	// Folded, ى is ي.
	const weak = /[يا]$/.test(verb);
	const forms = perfectForms(verb, weak).map(([form]) => form);
	const [, feminine = ""] = forms;
	const bases = [weak ? `${verb.slice(0, -1)}ا` : verb, feminine];
	return [
		...forms,
		...bases.flatMap((base) => suffixedPronouns.map(([pronoun]) => base + pronoun)),
	];
}

function nounForms(noun: string): string[] {
	return /\p{Script=Arabic}/u.test(noun) ? [noun, `ال${noun}`] : [noun];
}
