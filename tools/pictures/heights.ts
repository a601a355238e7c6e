import { readFileSync, writeFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { z } from "zod";
import { Language } from "../../src/domain/sets/languages.ts";
import { drawOn } from "./answers/faces.ts";
import { type Face, faces } from "./answers/platforms.ts";
import { typicalAnswers } from "./answers/replies.ts";
import { draw } from "./draw.ts";
import type { Picture } from "./page/page.ts";
import { screenHeight } from "./page/views.ts";

const file = new URL("heights.json", import.meta.url);

/** By platform, answer and language: phone screens that it may take at most. */
const Heights = z.record(
	z.enum(faces),
	z.record(z.string(), z.partialRecord(Language, z.number().positive())),
);
export type Heights = z.infer<typeof Heights>;

/** Bounds leave room for another version of a font, and are kept in steps, so that pixels change none. */
const room = 1.02;
const step = 0.05;

/** Errors: a ZodError. */
export function readHeights(): Heights {
	return Heights.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Makes bounds of the heights of today. */
export function writeHeights(measured: Heights): void {
	const bound = (screens: number) => Number((Math.ceil((screens * room) / step) * step).toFixed(2));
	const bounds = JSON.stringify(
		measured,
		(_, value) => (typeof value === "number" ? bound(value) : value),
		"\t",
	);
	writeFileSync(file, `${bounds}\n`);
}

/** The typical answers as the platform's adapter lays them out, with ids such as `claims-en`. */
export async function picturesOn(face: Face): Promise<Picture[]> {
	const { say, answers } = await typicalAnswers(face);
	return answers.flatMap(({ name, language, given }) => {
		const drawn = drawOn[face](given, say);
		return drawn ? [{ id: `${name}-${language}`, drawn }] : [];
	});
}

/** Screens that each answer takes on a phone. */
export async function measureHeights(browser: Browser): Promise<Heights> {
	const out = {} as Heights;
	for (const face of faces) {
		const look = { face, view: "phone", theme: "light" } as const;
		const heights = await draw(browser, await picturesOn(face), look);
		out[face] = screensOf(heights);
	}
	return out;
}

/** Pixels by the ids of pictures, as screens by answer and language. */
function screensOf(heights: ReadonlyMap<string, number>): Heights[Face] {
	const out: Heights[Face] = {};
	for (const [id, height] of heights) {
		const [name = "", language] = id.split("-");
		out[name] = { ...out[name], [Language.parse(language)]: height / screenHeight };
	}
	return out;
}
