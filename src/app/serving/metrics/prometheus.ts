import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Metrics } from "../../../domain/metrics.ts";

/** What is as it is at the moment of asking. */
export type Standing = {
	/** None before the corpus is open. */
	corpus: { articles: number; passages: number; claims: number; version: number } | null;
	/** By platform: whether it can reach the bot now. */
	platforms: Readonly<Record<string, boolean>>;
	/** Followed sources, those whose last look failed, and the seconds since the oldest last success. */
	sources: { followed: number; failing: number; oldest: number } | null;
};

/** Metrics in the form that Prometheus reads, in a registry of their own. */
export type Prometheus = Metrics & { text(): Promise<{ type: string; text: string }> };

const prefix = "isnad_";
/** From a quick answer to one that a platform gives up on. */
const answerSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const searchSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];
/** A digest may be made up for a day later. */
const lateSeconds = [1, 5, 30, 60, 300, 900, 3_600, 21_600, 86_400];

/** `standing` is asked at each scrape. */
export function createPrometheus(standing: () => Promise<Standing>): Prometheus {
	const register = new Registry();
	collectDefaultMetrics({ register, prefix });
	const registers = [register];
	const answers = new Histogram({
		...{ name: `${prefix}answer_seconds`, registers, buckets: answerSeconds },
		help: "From what a person did to what they are shown.",
		labelNames: ["platform", "command", "outcome"],
	});
	const programs = new Histogram({
		...{ name: `${prefix}program_answer_seconds`, registers, buckets: answerSeconds },
		help: "What another program asked, over HTTP or MCP, until it was answered.",
		labelNames: ["door", "operation", "outcome"],
	});
	const acknowledgements = new Histogram({
		...{ name: `${prefix}acknowledgement_seconds`, registers, buckets: answerSeconds },
		help: "Until a platform knew that a command, click or form had arrived.",
		labelNames: ["platform", "outcome"],
	});
	const searches = new Histogram({
		...{ name: `${prefix}search_seconds`, registers, buckets: searchSeconds },
		help: "One search of the index.",
	});
	const digests = new Histogram({
		...{ name: `${prefix}digest_late_seconds`, registers, buckets: lateSeconds },
		help: "From when a digest was due to its end.",
		labelNames: ["platform", "outcome"],
	});
	const translations = new Histogram({
		...{ name: `${prefix}translation_seconds`, registers, buckets: answerSeconds },
		help: "Until a translation was there, or it was clear that there is none.",
		labelNames: ["what", "outcome"],
	});
	const counter = <T extends string>(name: string, help: string, labelNames: T[]) =>
		new Counter({ name: `${prefix}${name}_total`, help, labelNames, registers });
	const looks = counter("source_looks", "Looks at sources.", ["outcome"]);
	const searchEnds = counter("search_ends", "Search threads that ended by themselves.", []);
	const failures = counter("store_errors", "Failures of the store.", ["code"]);
	const lines = counter("log_lines", "Warnings and errors in the log.", ["level"]);
	const unexpected = counter("unexpected_errors", "Errors of the program itself.", []);
	// A rate is told only of what was there before its first count.
	unexpected.inc(0);
	searchEnds.inc(0);
	const stand = standingGauges(registers);
	return {
		answered: (of, seconds) => answers.observe(of, seconds),
		asked: (of, seconds) => programs.observe(of, seconds),
		acknowledged: (of, seconds) => acknowledgements.observe(of, seconds),
		searched: (seconds) => searches.observe(seconds),
		searchEnded: () => searchEnds.inc(),
		delivered: (of, late) => digests.observe(of, late),
		looked: (outcome) => looks.inc({ outcome }),
		translated: (of, seconds) => translations.observe(of, seconds),
		storeFailed: (code) => failures.inc({ code }),
		logged({ level, unexpected: isUnexpected }) {
			lines.inc({ level });
			if (isUnexpected) unexpected.inc();
		},
		async text() {
			stand(await standing());
			return { type: register.contentType, text: await register.metrics() };
		},
	};
}

function standingGauges(registers: Registry[]): (standing: Standing) => void {
	const gauge = <T extends string>(name: string, help: string, labelNames: T[] = []) =>
		new Gauge({ name: `${prefix}${name}`, help, labelNames, registers });
	const corpus = {
		articles: gauge("corpus_articles", "Articles that answers come from."),
		passages: gauge("corpus_passages", "Passages that answers come from."),
		claims: gauge("corpus_claims", "Claims that answers come from."),
		version: gauge("corpus_version", "States of the corpus that this process has served."),
	};
	const connected = gauge("platform_connected", "1 where it can reach the bot.", ["platform"]);
	const sources = {
		followed: gauge("sources", "Sources that are followed."),
		failing: gauge("sources_failing", "Sources whose last look failed."),
		oldest: gauge("source_oldest_success_seconds", "Since the oldest last success of a source."),
	};
	return (standing) => {
		for (const [name, is] of Object.entries(corpus))
			is.set(standing.corpus?.[name as keyof typeof corpus] ?? 0);
		for (const [platform, is] of Object.entries(standing.platforms))
			connected.set({ platform }, is ? 1 : 0);
		for (const [name, is] of Object.entries(sources))
			is.set(standing.sources?.[name as keyof typeof sources] ?? 0);
	};
}
