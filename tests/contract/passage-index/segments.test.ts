import { smallData } from "../../unit/search/doubles.ts";
import { openSegments } from "../../unit/search/segments/doubles.ts";
import { passageIndexSuite } from "./suite.ts";

passageIndexSuite("segments in this thread", async (articles) => {
	const { index } = await openSegments(articles, smallData());
	return index;
});
