import { expect, it } from "vitest";
import { writeCorpus } from "../../src/corpus/store/write-corpus.ts";
import { article, claim } from "../unit/answers/doubles.ts";
import { ended, isnad, start, temporaryFolder } from "./run.ts";

it("is in the next answer of a program that serves, whoever made it", async () => {
	const env = { ISNAD_DATA: temporaryFolder(), ISNAD_CORPUS: temporaryFolder() };
	const strike = article("a1", ["The harbour strike ended, Mayor Hill said."]);
	claim(strike, 1, "The harbour strike ended");
	await writeCorpus(env.ISNAD_CORPUS, { put: [strike, article("b2", ["Rain over the delta."])] });
	const child = start(["serve"], { env: { ...env, LOG_FORMAT: "json" } });
	const end = ended(child);
	const heard = (stream: "stdout" | "stderr", wanted: RegExp) =>
		new Promise<void>((resolve) => {
			let text = "";
			child[stream]?.on("data", (part: string) => {
				text += part;
				if (wanted.test(text)) resolve();
			});
		});
	await heard("stderr", /"msg":"ready"/);
	const before = heard("stdout", /strike ended/);
	child.stdin?.write("/claims harbour strike\n");
	await before;
	await isnad(["correct", "hide", "a1.txt", "--why", "asked"], { env });
	const after = heard("stdout", /taken down by the operator/);
	child.stdin?.write("/claims harbour strike\n");
	await after;
	child.kill("SIGTERM");
	expect((await end).status).toBe(0);
});
