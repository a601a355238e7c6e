import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { fonts } from "./page/page.ts";

/** Names under which systems install Chromium or a browser made of it. */
const programs = [
	"chromium",
	"chromium-browser",
	"google-chrome",
	"google-chrome-stable",
	"chrome",
];
/** Where a Mac keeps it. */
const applications = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** Files of browsers of the system's own, by the folders of PATH. */
function installed(path: string): string[] {
	const onPath = path
		.split(delimiter)
		.filter(Boolean)
		.flatMap((folder) => programs.map((program) => join(folder, program)));
	return [...onPath, ...applications].filter((file) => existsSync(file));
}

/** A browser that runs, to be closed; or why there is none, a sentence with what to do. */
export type Started = { browser: Browser } | { browser: null; reason: string };

/** Starts the first browser of the system that can be started: some are a mere hint to install one. */
export async function startBrowser(path: string = process.env.PATH ?? ""): Promise<Started> {
	let reason = "There is no browser: install Chromium so that PATH leads to it.";
	for (const file of installed(path)) {
		try {
			// Its own sandbox cannot be had by root or in many containers; what it opens runs nothing.
			return { browser: await chromium.launch({ executablePath: file, chromiumSandbox: false }) };
		} catch (error) {
			const [why] = (error instanceof Error ? error.message : String(error)).split("\n");
			reason = `${file} does not start: ${why}`;
		}
	}
	return { browser: null, reason };
}

/** A page of ours: no script of it runs, and nothing leaves the machine for it. */
export async function openPage(
	browser: Browser,
	content: string,
	{ width, scale }: { width: number; scale: number },
): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width, height: 844 },
		deviceScaleFactor: scale,
		javaScriptEnabled: false,
		offline: true,
	});
	const page = await context.newPage();
	await page.route("**/*", (route) => route.abort());
	await page.setContent(content);
	return page;
}

/** Which of the fonts that heights are measured in the system lacks. */
export async function missingFonts(browser: Browser): Promise<string[]> {
	// A font that is not there gives its place to the next one, which is as wide as that one alone.
	const sample = (id: string, family: string) =>
		`<div><span id="${id}" style="font: 40px ${family}">Wimpel ${"\u0634\u0645\u0633"}</span></div>`;
	const samples = fonts.map((font, at) => sample(`f${at}`, `'${font}', monospace`));
	const content = `<!doctype html><meta charset="utf-8">${sample("none", "monospace")}${samples.join("")}`;
	const page = await openPage(browser, content, { width: 800, scale: 1 });
	const widthOf = async (id: string) => (await page.locator(`#${id}`).boundingBox())?.width ?? 0;
	const without = await widthOf("none");
	const missing: string[] = [];
	for (const [at, font] of fonts.entries())
		if ((await widthOf(`f${at}`)) === without) missing.push(font);
	await page.context().close();
	return missing;
}
