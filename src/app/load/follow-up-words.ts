import { parseStopWords } from "../../language/words/index-terms.ts";
import type { FollowUpWords } from "../../question/follow-up.ts";
import { ConversationData } from "../../question/follow-up-data.ts";
import { QuestionData } from "../../question/question-data.ts";
import { readData, readStopWords } from "./language-data.ts";

/** Reads what tells a question that goes on from the last one. Errors: `data_invalid`. */
export async function loadFollowUpWords(folder: string): Promise<FollowUpWords> {
	const [conversation, questions, stopWords] = await Promise.all([
		readData(folder, "conversation.json"),
		readData(folder, "question.json"),
		readStopWords(folder),
	]);
	const { acts, types, says } = QuestionData.parse(questions);
	const asking = [...types, says].flatMap(({ en, ar }) => [...en, ...ar]);
	return {
		conversation: ConversationData.parse(conversation),
		acts,
		// A phrase that asks ("how many") is asked word by word here.
		asking: asking.flatMap((phrase) => phrase.split(" ")),
		stopWords: parseStopWords(stopWords.join("\n")),
	};
}
