export { type ArticleSkeleton, type BuiltArticle, buildArticle } from "./build-article.ts";
export {
	type Extracted,
	type IngestOptions,
	type IngestResult,
	ingest,
	type Skipped,
} from "./ingest.ts";
export { classifyPage } from "./page/classify.ts";
export { detectMetadata, type Metadata } from "./page/metadata.ts";
export { compileOutlets, type Outlet, OutletData, type Outlets } from "./page/outlets.ts";
export { createPageRules, type PageRules } from "./page/page-rules.ts";
export type { RawPage } from "./page/raw-page.ts";
export { readSource } from "./read/read-source.ts";
export { openCorpus } from "./store/read-corpus.ts";
export { openWriter, writeCorpus } from "./store/write-corpus.ts";
