import { createPassageSearch } from "../../../src/search/passage-search.ts";
import { smallData } from "../../unit/search/doubles.ts";
import { passageIndexSuite } from "./suite.ts";

passageIndexSuite("MiniSearch in this process", (articles) =>
	createPassageSearch(articles, smallData()),
);
