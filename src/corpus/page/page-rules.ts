import { compileOutlets, type Outlets } from "../../identity/outlets.ts";
import type { DateFinder } from "../../language/dates/index.ts";
import { compileNotices } from "../notices/notice-data.ts";
import { NoticeReader } from "../notices/read-notice.ts";
import { parseScrapWeights, type ScrapWeights } from "./body/choosing/scrap-weights.ts";
import { compileFurniture, type Furniture } from "./furniture-data.ts";
import { type HeadlineWeights, parseHeadlineWeights } from "./head/choosing/headline-weights.ts";
import { type NameWeights, parseNameWeights } from "./outlet/choosing/name-weights.ts";

/** The language data that pages are read by; the application loads it and passes it in. */
export type PageRules = {
	furniture: Furniture;
	outlets: Outlets;
	dates: DateFinder;
	notices: NoticeReader;
	/** By what the publisher is chosen among the names of a page. */
	publishers: NameWeights;
	/** By what the headline is chosen among the lines above a text. */
	headlines: HeadlineWeights;
	/** By what lines are told from the text that they stand among. */
	scraps: ScrapWeights;
};

/** `furniture`, `notices`, `outlets`, `publishers`, `headlines` and `scraps` are the parsed files of `index-data`. Errors: `data_invalid`. */
export function createPageRules(data: {
	furniture: unknown;
	notices: unknown;
	outlets: unknown;
	publishers: unknown;
	headlines: unknown;
	scraps: unknown;
	dates: DateFinder;
}): PageRules {
	return {
		furniture: compileFurniture(data.furniture),
		outlets: compileOutlets(data.outlets),
		dates: data.dates,
		publishers: parseNameWeights(data.publishers),
		headlines: parseHeadlineWeights(data.headlines),
		scraps: parseScrapWeights(data.scraps),
		notices: new NoticeReader(compileNotices(data.notices), data.dates),
	};
}
