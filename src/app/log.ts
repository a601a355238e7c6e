import type { Writable } from "node:stream";
import type { Clock, Logger } from "../domain/ports.ts";
import type { Config } from "./config.ts";
import { jsonLine, printableLine } from "./printable.ts";
import { requestId } from "./requests.ts";

const levels = ["debug", "info", "warn", "error"] as const;
/** Bytes of log lines that wait for whoever reads them: one who stopped reading fills no memory. */
const mostWaiting = 1_000_000;

/** Writes log lines, to standard error in practice: as text for people or as one JSON object a line. */
export function createLogger(config: Config["log"], out: Writable, now: Clock): Logger {
	const least = levels.indexOf(config.level);
	const print = config.format === "json" ? jsonOf(now) : textOf;
	let lost = 0;
	return (level, msg, fields = {}) => {
		if (levels.indexOf(level) < least) return;
		if (out.writableLength > mostWaiting) {
			lost++;
			return;
		}
		if (lost > 0)
			out.write(`${print("warn", "Log lines were left out: nobody read.", { lost })}\n`);
		lost = 0;
		const request = requestId();
		out.write(`${print(level, msg, request === undefined ? fields : { ...fields, request })}\n`);
	};
}

type Print = (...line: Required<Parameters<Logger>>) => string;

function jsonOf(now: Clock): Print {
	return (level, msg, fields) =>
		jsonLine({ time: new Date(now()).toISOString(), level, msg, ...fields });
}

const textOf: Print = (level, msg, fields) => {
	const details = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
	const tail = details.length > 0 ? ` (${details.join(", ")})` : "";
	return printableLine(`${level === "info" ? "" : `${level}: `}${msg}${tail}`);
};
