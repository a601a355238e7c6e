import { IsnadError } from "../domain/errors.ts";
import type { Clock, Logger } from "../domain/ports.ts";
import type { TranslationAsked, Translator } from "../domain/translator.ts";
import { CircuitBreaker } from "./circuit-breaker.ts";
import { Lanes } from "./lanes.ts";
import { away } from "./read-reply.ts";

export type CarefulParts = {
	now: Clock;
	/** 0 to 1. */
	random(): number;
	/** Resolves early where the signal fires. */
	sleep(ms: number, signal: AbortSignal): Promise<void>;
	log: Logger;
	/** Of one try, in milliseconds. */
	timeoutMs?: number;
};

/** A server on a small machine takes seconds a sentence. */
const usualTimeoutMs = 20_000;
const tries = 2;
const pauseMs = 500;
const atATime = 4;
const mostWaiting = 100;

/**
 * The same translator with a bound on each try, a second try after a random pause, a bound on how many
 * texts are under way, and a rest where it keeps failing. Errors: those of `Translator`.
 */
export function carefulTranslator(inner: Translator, parts: CarefulParts): Translator {
	const breaker = new CircuitBreaker(parts.now);
	const lanes = new Lanes(atATime, mostWaiting);
	return {
		name: inner.name,
		async translate(asked, signal) {
			const text = await lanes.run(() => tryAgain(inner, breaker, parts, { asked, signal }));
			if (text === null) throw rests(inner.name, "too much waits for it");
			return text;
		},
	};
}

type Asked = { asked: TranslationAsked; signal: AbortSignal };

async function tryAgain(
	inner: Translator,
	breaker: CircuitBreaker,
	parts: CarefulParts,
	{ asked, signal }: Asked,
): Promise<string> {
	for (let n = 1; ; n++) {
		signal.throwIfAborted();
		const taken = breaker.take();
		if (taken === null) throw rests(inner.name, "it failed several times");
		try {
			const text = await once(inner, parts.timeoutMs ?? usualTimeoutMs, { asked, signal });
			if (breaker.succeeded()) parts.log("info", "The translator answers again.");
			return text;
		} catch (error) {
			if (signal.aborted) {
				breaker.takeBack(taken);
				throw error;
			}
			const rest = breaker.failed(taken);
			if (rest !== null)
				parts.log("warn", "The translator fails and is left alone for a while.", {
					code: error instanceof IsnadError ? error.code : "internal",
					seconds: rest / 1_000,
				});
			const isAway = error instanceof IsnadError && error.code === "translator_away";
			if (!isAway || n >= tries) throw error;
			await parts.sleep(pauseMs * (0.5 + parts.random()), signal);
		}
	}
}

async function once(inner: Translator, ms: number, { asked, signal }: Asked): Promise<string> {
	const late = AbortSignal.timeout(ms);
	try {
		return await inner.translate(asked, AbortSignal.any([signal, late]));
	} catch (error) {
		if (late.aborted && !signal.aborted) throw away("The translator", "it takes too long", error);
		throw error;
	}
}

function rests(name: string, why: string): IsnadError {
	return new IsnadError(
		"translator_rests",
		`The translator ${name} is not asked now, since ${why}.`,
	);
}
