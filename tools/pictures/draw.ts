import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openPage } from "./browser.ts";
import { type Look, type Picture, pageOf } from "./page/page.ts";
import { views } from "./page/views.ts";

/** Heights in CSS pixels by the id of each picture, and, where `folder` is given, a PNG of each in it. */
export async function draw(
	browser: Browser,
	pictures: readonly Picture[],
	look: Look,
	folder?: string,
): Promise<Map<string, number>> {
	const page = await openPage(browser, pageOf(pictures, look), views[look.view]);
	try {
		const heights = new Map<string, number>();
		if (folder) mkdirSync(folder, { recursive: true });
		for (const { id } of pictures) {
			const place = page.locator(`#${id}`);
			const box = await place.boundingBox();
			if (!box) throw new Error(`The browser shows nothing of ${id}.`);
			heights.set(id, box.height);
			if (folder) await place.screenshot({ path: join(folder, `${id}.png`) });
		}
		return heights;
	} finally {
		await page.context().close();
	}
}
