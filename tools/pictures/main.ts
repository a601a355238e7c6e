import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { faces } from "./answers/platforms.ts";
import { findBrowser, missingFonts, withBrowser } from "./browser.ts";
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
	const program = findBrowser();
	if (!program)
		return fail("There is no browser: install Chromium so that PATH leads to chromium.", 1);
	return withBrowser(program, async (browser) => {
		const missing = await missingFonts(browser);
		if (missing.length > 0 && values.renew)
			return fail(
				`Heights are those of these fonts, which are not here: ${missing.join(", ")}.`,
				1,
			);
		if (values.renew) writeHeights(await measureHeights(browser));
		if (out === undefined) return 0;
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
		return 0;
	});
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
