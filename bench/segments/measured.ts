import { readFileSync } from "node:fs";

export type Measured = { p50: number; p99: number; longest: number };

/** Milliseconds of each question, asked one after the other. */
export async function timed(
	questions: readonly Question[],
	ask: (question: Question, n: number) => Promise<unknown>,
): Promise<Measured> {
	const times: number[] = [];
	for (const [n, question] of questions.entries()) {
		const start = performance.now();
		await ask(question, n);
		times.push(performance.now() - start);
	}
	times.sort((a, b) => a - b);
	const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0);
	return { p50: at(0.5), p99: at(0.99), longest: round(times.at(-1) ?? 0) };
}

export type Question = { text: string; language: "ar" | "en" };

export const round = (value: number) => Math.round(value * 10) / 10;

/** Longest time that a timer of a millisecond was late, while the work ran. */
export async function blockedMs(work: () => Promise<void>): Promise<number> {
	let longest = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		longest = Math.max(longest, now - last - 1);
		last = now;
	}, 1);
	await work();
	clearInterval(timer);
	return round(longest);
}

/** Of this process, in MB: now, and at its highest. */
export function memory(): { rss: number; peak: number } {
	const status = readFileSync("/proc/self/status", "utf8");
	const mb = (name: string) =>
		Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1_000);
	return { rss: mb("VmRSS"), peak: mb("VmHWM") };
}
