import type { Io } from "../io.ts";

export type ProgressBar = { show(done: number, total: number): void; clear(): void };

const width = 30;

/** A bar on one line of a terminal; nothing at all where the output is none. */
export function progressBar(out: Io["stderr"]): ProgressBar {
	if (!out.isTTY) return { show: () => {}, clear: () => {} };
	let shown = "";
	return {
		show(done, total) {
			const filled = Math.round((width * done) / Math.max(1, total));
			const text = `${"█".repeat(filled)}${"░".repeat(width - filled)} ${done}/${total}`;
			if (text === shown) return;
			shown = text;
			out.write(`\r${text}\u001b[K`);
		},
		clear() {
			if (shown) out.write("\r\u001b[K");
			shown = "";
		},
	};
}
