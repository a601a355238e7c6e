import type { Call } from "../call.ts";
import { answerOnce } from "../one-answer.ts";

export async function run(call: Call): Promise<number> {
	return answerOnce(call, "who");
}
