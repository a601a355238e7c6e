import { ConversationData } from "../desk/conversation-data.ts";
import type { FollowUpWords } from "../desk/follow-up.ts";
import { parseStopWords } from "../language/analyse.ts";
import { QuestionData } from "../search/question-data.ts";
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
