import { loadFollowUpWords } from "../../../../src/app/load/follow-up-words.ts";
import { loadReader } from "../../../../src/app/load/question-reader.ts";
import { shippedSearchData } from "../../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import type { Request } from "../../../../src/domain/answer.ts";
import { FollowUps } from "../../../../src/question/going-on/follow-ups.ts";
import type { Told } from "../../../../src/question/going-on/turn.ts";

const data = await shippedSearchData();
const now = () => Date.UTC(2024, 4, 16);
export const reader = (await loadReader(indexDataFolder, data, now))(() => ({
	speakers: [
		["Tova Lindqvist", "توفا ليندكفيست"],
		["Karim Sabbagh", "كريم صباغ"],
		["Ada Holt", "آدا هولت"],
	],
	outlets: [["Delta Post", "دلتا بوست"], ["Holt Journal"]],
}));
export const followUps = new FollowUps(await loadFollowUpWords(indexDataFolder));

/** What is asked for by `text` behind `before`, whose answer begins with `told`. */
export async function joined(
	before: Partial<Request> & { text: string },
	text: string,
	told?: Told,
): Promise<Request | null> {
	const last: Request = { command: "ask", ...before };
	const typed = followUps.corrected(text, last);
	const reading = await reader.read(typed);
	const old = await reader.read(last.text);
	return followUps.join({ command: "ask", text: typed }, reading, last, old, told);
}
