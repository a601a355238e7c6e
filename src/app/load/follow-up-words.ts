import { join } from "node:path";
import { z } from "zod";
import { parseStopWords } from "../../language/words/index-terms.ts";
import { ConversationData } from "../../question/going-on/conversation-data.ts";
import type { FollowUpWords } from "../../question/going-on/follow-ups.ts";
import { QuestionData } from "../../question/question-data.ts";
import { readData, readStopWords } from "./language-data.ts";

const SpeakerHeads = z.object({
	heads: z.array(
		z.object({
			kind: z.string(),
			singular: z.array(z.string()),
			plural: z.array(z.string()).optional(),
		}),
	),
});

const Months = z.object({
	gregorian: z.array(z.object({ names: z.array(z.string()), doubtful: z.array(z.string()) })),
});

/** Nouns for people and bodies: a document is spoken of as often as it speaks. */
function speakersIn({ heads }: z.infer<typeof SpeakerHeads>): string[] {
	return heads
		.filter(({ kind }) => kind !== "document")
		.flatMap(({ singular, plural = [] }) => [...singular, ...plural]);
}

/** Reads what tells a question that goes on from the last one. Errors: `data_invalid`. */
export async function loadFollowUpWords(folder: string): Promise<FollowUpWords> {
	const [conversation, questions, ar, en, months, stopWords] = await Promise.all([
		readData(folder, "conversation.json"),
		readData(folder, "question.json"),
		readData(folder, join("attribution", "heads-ar.json")),
		readData(folder, join("attribution", "heads-en.json")),
		readData(folder, join("dates", "months.json")),
		readStopWords(folder),
	]);
	const { acts, types, says, marks } = QuestionData.parse(questions);
	const asking = [...types, says].flatMap(({ en, ar }) => [...en, ...ar]);
	return {
		conversation: ConversationData.parse(conversation),
		acts,
		// A phrase that asks ("how many") is asked word by word here.
		asking: asking.flatMap((phrase) => phrase.split(" ")),
		reasons: [...marks.reasons.en, ...marks.reasons.ar],
		months: Months.parse(months).gregorian.flatMap(({ names, doubtful }) => [
			...names,
			...doubtful,
		]),
		says: [...says.en, ...says.ar],
		singular: SpeakerHeads.parse(ar).heads.flatMap(({ singular }) => singular),
		speakers: [ar, en].flatMap((heads) => speakersIn(SpeakerHeads.parse(heads))),
		persons: [...marks.persons.en, ...marks.persons.ar],
		stopWords: parseStopWords(stopWords.join("\n")),
	};
}
