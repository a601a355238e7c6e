import type { Writable } from "node:stream";
import type { Clock, Logger } from "../domain/ports.ts";
import type { Config } from "./config.ts";

const levels = ["debug", "info", "warn", "error"] as const;

/** Writes log lines, to standard error in practice: as text for people or as one JSON object a line. */
export function createLogger(config: Config["log"], out: Writable, now: Clock): Logger {
	const least = levels.indexOf(config.level);
	return (level, msg, fields = {}) => {
		if (levels.indexOf(level) < least) return;
		if (config.format === "json") {
			const time = new Date(now()).toISOString();
			out.write(`${JSON.stringify({ time, level, msg, ...fields })}\n`);
			return;
		}
		const details = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
		const tail = details.length > 0 ? ` (${details.join(", ")})` : "";
		out.write(`${level === "info" ? "" : `${level}: `}${msg}${tail}\n`);
	};
}
