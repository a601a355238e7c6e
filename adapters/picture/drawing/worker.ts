import { parentPort } from "node:worker_threads";
import { laidPicture } from "../layout/laid-picture.ts";
import type { DrawAsked, Drawn, DrawTold } from "./protocol.ts";
import { drawPng, measure } from "./resvg-drawing.ts";

/** Lays pictures out and draws them, one after the other, where nobody waits for the event loop. */
parentPort?.on("message", ({ id, ...asked }: DrawAsked) => {
	let told: DrawTold;
	try {
		told = { id, ok: true, ...drawn(asked) };
	} catch (error) {
		told = { id, ok: false, says: error instanceof Error ? error.message : String(error) };
	}
	parentPort?.postMessage(told);
});

function drawn({ content, shapes }: Omit<DrawAsked, "id">): Drawn {
	for (const shape of shapes) {
		const laid = laidPicture({ content, shape, measure });
		if (!laid) continue;
		const { width, height, svg } = laid;
		return { png: drawPng(svg), width, height };
	}
	return { png: null };
}
