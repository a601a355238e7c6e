import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
	createDateFinder,
	type DateData,
	parseDateData,
} from "../../../../src/language/dates/index.ts";

const folder = path.join(import.meta.dirname, "../../../../index-data/dates");

export function readDateData(): DateData {
	const files = readdirSync(folder)
		.filter((name) => name.endsWith(".json"))
		.map((name) => [
			path.basename(name, ".json"),
			JSON.parse(readFileSync(path.join(folder, name), "utf8")) as unknown,
		]);
	return parseDateData(Object.fromEntries(files));
}

export const dateData = readDateData();
export const finder = createDateFinder(dateData);
