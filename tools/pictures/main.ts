import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { faces } from "./answers/platforms.ts";
import { missingFonts, startBrowser } from "./browser.ts";
import { draw } from "./draw.ts";
import { measureHeights, picturesOn, writeHeights } from "./heights.ts";
import { screenHeight, themes, viewNames } from "./page/views.ts";

const usage = "npm run pictures -- OUT, or npm run pictures -- --renew";

/**
 * `pictures OUT`: writes a picture of each typical answer, below OUT by platform, view and theme, and
 * prints how high they are. `pictures --renew`: writes the bounds of their heights anew. Status 1 where
 * nothing can be drawn here, 2 where it was called otherwise.
 */
async function main(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		options: { renew: { type: "boolean" } },
		allowPositionals: true,
	});
	const [out, ...more] = positionals;
	if (more.length > 0 || (out === undefined && !values.renew))
		return fail(`Use it so: ${usage}`, 2);
	const started = await startBrowser();
	if (!started.browser) return fail(started.reason, 1);
	const { browser } = started;
	try {
		if (values.renew) {
			const missing = await missingFonts(browser);
			if (missing.length > 0)
				return fail(`Install the fonts that heights are measured in: ${missing.join(", ")}.`, 1);
			writeHeights(await measureHeights(browser));
		}
		if (out !== undefined) await drawAll(browser, out);
		return 0;
	} finally {
		await browser.close();
	}
}

async function drawAll(browser: Browser, out: string): Promise<void> {
	for (const face of faces) {
		const pictures = await picturesOn(face);
		for (const view of viewNames)
			for (const theme of themes) {
				const folder = resolve(out, join(face, view, theme));
				const heights = await draw(browser, pictures, { face, view, theme }, folder);
				if (theme !== "light") continue;
				for (const [id, height] of heights) print(`${face} ${view} ${id}`, height);
			}
	}
}

function print(name: string, height: number): void {
	const pixels = String(Math.round(height)).padStart(6);
	const screens = (height / screenHeight).toFixed(2).padStart(6);
	process.stdout.write(`${name.padEnd(32)}${pixels} px${screens} screens\n`);
}

function fail(sentence: string, status: number): number {
	process.stderr.write(`${sentence}\n`);
	return status;
}

process.exitCode = await main(process.argv.slice(2));
