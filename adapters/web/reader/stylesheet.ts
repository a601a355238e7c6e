import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** In this order: what comes later may change what came before. */
const parts = [
	"colours",
	"frame",
	"reading",
	"claims",
	"questions",
	"sharing",
	"small-screens",
	"print",
] as const;

/** The one stylesheet of all pages. A changed one has another address, so that browsers may keep each. */
export const stylesheet: { path: string; css: string } = (() => {
	const texts = parts.map((name) =>
		readFileSync(new URL(`styles/${name}.css`, import.meta.url), "utf8"),
	);
	const css = texts.join("\n");
	const hash = createHash("sha256").update(css).digest("hex").slice(0, 12);
	return { css, path: `/assets/reader-${hash}.css` };
})();
