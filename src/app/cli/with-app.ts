import { noMetrics } from "../../domain/metrics.ts";
import type { App } from "../serving/app.ts";
import type { Call } from "./call.ts";

/**
 * Runs work with what answers, and closes it and the state that translations are kept in, however it ends.
 * Errors: those of `createApp` and of `openStore`.
 */
export async function withApp<R>(
	{ config, log, io }: Pick<Call, "config" | "log" | "io">,
	work: (app: App) => Promise<R>,
): Promise<R> {
	const { createApp } = await import("../serving/app.ts");
	const { translating, close } = await translatingOf({ config, log, io });
	try {
		const app = await createApp(config, log, noMetrics, { translating });
		try {
			return await work(app);
		} finally {
			await app.close();
		}
	} finally {
		await close();
	}
}

/** The database and the translators are read where something translates, and by nobody else. */
async function translatingOf({ config, log, io }: Pick<Call, "config" | "log" | "io">) {
	if (!config.translation) return { translating: null, close: async () => {} };
	const { openTranslatingAlone } = await import("../serving/translating.ts");
	return openTranslatingAlone(config, log, io);
}
