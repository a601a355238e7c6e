import { LogLevel } from "@slack/bolt";
import type { Logger } from "../../../src/domain/ports.ts";

type SdkLogger = {
	debug(...values: unknown[]): void;
	info(...values: unknown[]): void;
	warn(...values: unknown[]): void;
	error(...values: unknown[]): void;
	setLevel(level: LogLevel): void;
	getLevel(): LogLevel;
	setName(name: string): void;
};

const longest = 200;

/**
 * The SDK's warnings in our log. Its finer lines hold whole requests, questions among them, so they
 * go nowhere; tokens are taken out of the rest.
 */
export function quietLogger(log: Logger): SdkLogger {
	const write = (values: unknown[]) => {
		const text = values.map((value) => (value instanceof Error ? value.message : String(value)));
		log("debug", "Slack's SDK warned.", { what: withoutTokens(text.join(" ")).slice(0, longest) });
	};
	return {
		debug() {},
		info() {},
		warn: (...values) => write(values),
		error: (...values) => write(values),
		setLevel() {},
		getLevel: () => LogLevel.WARN,
		setName() {},
	};
}

function withoutTokens(text: string): string {
	return text.replace(/x(?:ox|app)[a-z]?-[\w-]+/g, "[token]").replace(/https?:\/\/\S+/g, "[url]");
}
