import { readFileSync } from "node:fs";

export type Measured = {
	/** Milliseconds by the clock. */
	p50: number;
	p99: number;
	longest: number;
	/** Milliseconds of processor, of all threads of this process: what others do tells little on it. */
	cpu50: number;
	cpu99: number;
};

/** Questions asked one after the other. */
export async function timed(
	questions: readonly Question[],
	ask: (question: Question, n: number) => Promise<unknown>,
): Promise<Measured> {
	const times: number[] = [];
	const used: number[] = [];
	for (const [n, question] of questions.entries()) {
		const before = process.cpuUsage();
		const start = performance.now();
		await ask(question, n);
		times.push(performance.now() - start);
		const { user, system } = process.cpuUsage(before);
		used.push((user + system) / 1_000);
	}
	const at = (values: number[], share: number) =>
		round(values.sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0);
	return {
		...{ p50: at(times, 0.5), p99: at(times, 0.99), longest: at(times, 1) },
		...{ cpu50: at(used, 0.5), cpu99: at(used, 0.99) },
	};
}

export type Question = { text: string; language: "ar" | "en" };

export const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Longest time that a timer of a millisecond was late while the work ran: by the clock, and what this
 * thread itself took of the processor meanwhile, which other programs do not lengthen.
 */
export async function blockedMs(
	work: () => Promise<void>,
): Promise<{ clock: number; own: number }> {
	let [clock, own] = [0, 0];
	let last = { at: performance.now(), used: usedMs() };
	const timer = setInterval(() => {
		const now = { at: performance.now(), used: usedMs() };
		clock = Math.max(clock, now.at - last.at - 1);
		own = Math.max(own, now.used - last.used);
		last = now;
	}, 1);
	await work();
	clearInterval(timer);
	return { clock: round(clock), own: round(own) };
}

function usedMs(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
}

/** Of this process, in MB: now, and at its highest. */
export function memory(): { rss: number; peak: number } {
	const status = readFileSync("/proc/self/status", "utf8");
	const mb = (name: string) =>
		Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1_000);
	return { rss: mb("VmRSS"), peak: mb("VmHWM") };
}
