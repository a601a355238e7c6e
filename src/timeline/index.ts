export { type EventData, parseEventData } from "./data.ts";
export { type ArticleEvent, buildTimeline, type TimelineEntry } from "./entries.ts";
export { createEventExtractor, type EventExtractor } from "./extract.ts";
export { entriesAbout, entriesBetween } from "./lookup.ts";
export type { ArticleText } from "./told.ts";
