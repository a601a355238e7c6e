export { type ArticleSkeleton, buildArticle } from "./build-article.ts";
export {
	type Extracted,
	type IngestOptions,
	type IngestResult,
	ingest,
} from "./ingest.ts";
export { classifyPage } from "./page/classify.ts";
export { detectMetadata } from "./page/metadata.ts";
export { compileOutlets, OutletData } from "./page/outlets.ts";
export { createPageRules, type PageRules } from "./page/page-rules.ts";
export type { RawPage } from "./page/raw-page.ts";
export { readSource } from "./read/read-source.ts";
export { openCorpus } from "./store/read-corpus.ts";
export { writeCorpus } from "./store/write-corpus.ts";
