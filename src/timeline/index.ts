export { parseEventData } from "./data.ts";
export { buildTimeline } from "./entries.ts";
export { createEventExtractor } from "./extract.ts";
export { entriesAbout, entriesBetween } from "./lookup.ts";
