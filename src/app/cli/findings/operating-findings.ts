import { access, constants, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { otherKind } from "../../../files/regular-file.ts";
import { reason, systemCode } from "../../../files/system-error.ts";
import type { Config } from "../../config.ts";
import { isListening } from "../../serving/web.ts";
import type { Finding } from "./finding.ts";

/** What doctor says of the HTTP server and of the answer log, each where there is one. */
export async function checkOperating(config: Config): Promise<Finding[]> {
	return [...checkHttp(config), ...(await checkAnswerLog(config))];
}

function checkHttp(config: Config): Finding[] {
	if (!isListening(config)) return [];
	const { host, port, metricsToken } = config;
	const whom = metricsToken ? "this machine and with ISNAD_METRICS_TOKEN" : "this machine alone";
	const says = `${host}:${port} is listened on; /readyz and /metrics are for ${whom}, /api/v1 and /mcp for bearers of a token (isnad token list).`;
	return [{ check: "HTTP", ok: true, says }];
}

async function checkAnswerLog({ answerLog }: Config): Promise<Finding[]> {
	if (!answerLog) return [];
	const { file } = answerLog;
	const check = "answer log";
	try {
		const there = await stat(file).catch(nothingThere);
		const other = there && otherKind(there);
		if (other)
			return [{ check, ok: false, says: `${file} is ${other}: name a file in ISNAD_ANSWER_LOG.` }];
		await access(there ? file : dirname(file), constants.W_OK);
		return [{ check, ok: true, says: `answers are noted in ${file}.` }];
	} catch (error) {
		const mend = "make it writable, or name another file in ISNAD_ANSWER_LOG";
		return [{ check, ok: false, says: `${file} cannot be written to${reason(error, mend)}.` }];
	}
}

function nothingThere(error: unknown): undefined {
	if (systemCode(error) !== "ENOENT") throw error;
}
