export { buildTimeline } from "./entries.ts";
export { parseEventData } from "./event-data.ts";
export { createEventExtractor } from "./extract.ts";
export { entriesAbout, entriesBetween } from "./lookup.ts";
