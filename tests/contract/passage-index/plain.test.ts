import { PlainIndex } from "./plain-index.ts";
import { passageIndexSuite } from "./suite.ts";

passageIndexSuite("plain, in memory", async (articles) => new PlainIndex(articles));
