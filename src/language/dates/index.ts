export { type DateData, parseDateData } from "./data.ts";
export {
	createDateFinder,
	type DateContext,
	type DateFinder,
	type FoundDate,
} from "./find.ts";
export { inferPublished } from "./infer.ts";
