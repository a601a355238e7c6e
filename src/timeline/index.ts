export { type EventData, parseEventData } from "./data.ts";
export { createEventExtractor, type EventExtractor } from "./extract.ts";
export type { ArticleText } from "./told.ts";
