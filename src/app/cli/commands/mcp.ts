import { IsnadError } from "../../../domain/errors.ts";
import { noMetrics } from "../../../domain/metrics.ts";
import { Language, languageKeys } from "../../../domain/sets/languages.ts";
import type { Call } from "../call.ts";
import { textOption } from "../options.ts";
import { withApp } from "../with-app.ts";

/** Answers assistants: one over standard input and output, or any number over HTTP. */
export async function run(call: Call): Promise<number> {
	const { io, config, log, positionals, options } = call;
	if (positionals.length > 0) throw new IsnadError("usage", "mcp takes no text: leave it out.");
	const named = textOption(options, "language");
	const language = Language.safeParse(named ?? "en").data;
	if (!language)
		throw new IsnadError("usage", `--language is ${named}: give ${languageKeys.join(" or ")}.`);
	if (options["http"]) {
		if (named !== undefined)
			throw new IsnadError("usage", "mcp --http takes no --language: leave it out.");
		if (options["collection"] !== undefined)
			throw new IsnadError(
				"usage",
				"mcp --http takes no --collection: each is served at a path of its own.",
			);
		const { serveHttp } = await import("./serve.ts");
		return serveHttp(call);
	}
	const [{ programDesk }, { programVersion }, { serveOverStreams }] = await Promise.all([
		import("../../serving/programs.ts"),
		import("../../program-version.ts"),
		import("../../../../adapters/mcp/over-streams.ts"),
	]);
	return withApp(call, async (app) => {
		const desk = programDesk({
			answering: (work) => work(app),
			say: app.say,
			config,
			metrics: noMetrics,
			now: io.now,
			log,
		});
		const version = await programVersion();
		await serveOverStreams({ desk, say: app.say, log, language, version }, io);
		return 0;
	});
}
