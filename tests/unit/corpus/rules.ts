import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPageData } from "../../../src/app/load/page-data.ts";
import { createPageRules, type PageRules } from "../../../src/corpus/index.ts";
import { createDateFinder, parseDateData } from "../../../src/language/dates/index.ts";

const root = join(import.meta.dirname, "../../..");
export const fixtures = join(root, "tests/fixtures/pages");

export function readData(name: string): unknown {
	return JSON.parse(readFileSync(join(root, "index-data", name), "utf8"));
}

const dateFiles = ["months", "weekdays", "relative", "parts", "numbers", "tense", "line", "feasts"];
const dates = createDateFinder(
	parseDateData(Object.fromEntries(dateFiles.map((n) => [n, readData(`dates/${n}.json`)]))),
);

/** The rules as the program has them. */
export const rules: PageRules = createPageRules({
	...(await readPageData(join(root, "index-data"))),
	dates,
});

/** Two paragraphs of an article, so that a page around them has a body. */
export const body = [
	"أعلنت بلدية المدينة، الأحد، بدء العمل في توسعة الحديقة العامة على ضفة النهر الشرقية.",
	"وقال رئيس البلدية إن المشروع سيكتمل خلال عامين، وإن كلفته لن تتجاوز ما رصد له في الموازنة.",
];
export const englishBody = [
	"The town council said on Sunday that work on the new riverside park would begin next month.",
	"The mayor said the project would take two years and that it would stay within its budget.",
];
