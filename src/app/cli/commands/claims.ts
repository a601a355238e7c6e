import type { Call } from "../cli.ts";
import { answerOnce } from "../one-answer.ts";

export async function run(call: Call): Promise<number> {
	return answerOnce(call, "claims");
}
