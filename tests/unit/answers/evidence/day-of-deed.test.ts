import { describe, expect, it } from "vitest";
import { languageOf } from "../../../../src/language/text/tokens.ts";
import { article, claim, event } from "../doubles.ts";
import { realAnswerer } from "../real-answerer.ts";

const english = article("english", [
	"The sailors of Akersund began their strike on 2 May and want higher wages.",
	"Governor Tova Lindqvist expects to visit Kenya in June, her office said.",
	"The shipyard paid a fine of nine million on 7 May.",
	"The baker ruled out a rise of the bread price before 30 June.",
]);
event(english, 4, "a rise of the bread price before 30 June", "2024-06-30").planned = true;
claim(english, 4, "a rise of the bread price before 30 June", { act: "denies" });
event(english, 1, "began their strike on 2 May", "2024-05-02");
event(english, 2, "expects to visit Kenya in June", "2024-06").planned = true;
event(english, 3, "paid a fine of nine million on 7 May", "2024-05-07");

const arabic = article("arabic", [
	"بدأ بحارة أكرسوند إضرابهم في 2 مايو للمطالبة بزيادة الأجور.",
	"ومن المقرر أن تزور الحاكمة توفا ليندكفيست كينيا في يونيو.",
	"ودفع حوض السفن غرامة قدرها تسعة ملايين في 7 مايو.",
	"واستبعد الخباز رفع سعر الخبز قبل 30 يونيو.",
]);
event(arabic, 4, "رفع سعر الخبز قبل 30 يونيو", "2024-06-30").planned = true;
claim(arabic, 4, "رفع سعر الخبز قبل 30 يونيو", { act: "denies" });
event(arabic, 1, "بدأ بحارة أكرسوند إضرابهم في 2 مايو", "2024-05-02");
event(arabic, 2, "تزور الحاكمة توفا ليندكفيست كينيا في يونيو", "2024-06").planned = true;
event(arabic, 3, "ودفع حوض السفن غرامة قدرها تسعة ملايين في 7 مايو", "2024-05-07");

const answerers = { en: await realAnswerer([english]), ar: await realAnswerer([arabic]) };

async function verdictOf(text: string) {
	const { verdict } = await answerers[languageOf(text)].answer({ command: "ask", text });
	return verdict;
}

describe("the day that is told first", () => {
	it.each([
		["When did the sailors begin their strike?", "2 May 2024."],
		["متى بدأ البحارة إضرابهم؟", "2 مايو 2024."],
		["When will Lindqvist visit Kenya?", "Planned for June 2024."],
		["متى ستزور ليندكفيست كينيا؟", "مقرر في يونيو 2024."],
	])("is of what was asked: %s", async (text, told) => {
		expect((await verdictOf(text))?.text).toBe(told);
	});

	it.each([
		"When did Lindqvist visit Kenya?",
		"متى زارت ليندكفيست كينيا؟",
		"When did the teachers begin their strike?",
		"متى بدأ المعلمون إضرابهم؟",
		"When was the shipyard founded?",
		"متى تأسس حوض السفن؟",
		"When was Lindqvist born?",
		"متى ولدت ليندكفيست؟",
	])("is no plan's and nobody else's: %s", async (text) => {
		expect((await verdictOf(text))?.kind).toBe("not_in_corpus");
	});

	it.each(["When will the bread price rise?", "متى يرتفع سعر الخبز؟"])(
		"is none of what somebody denies: %s",
		async (text) => {
			expect((await verdictOf(text))?.kind).not.toBe("date");
		},
	);
});
