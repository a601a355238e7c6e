import type { AnswerItem, Counterpart } from "../../../src/domain/answer.ts";

/** Claims told against one claim, where no item of the page does; how many more there are is said. */
const mostRivals = 1;

/** A claim that stands against items of a page: told once, with the places of the items that it answers. */
export type ToldRival = { rival: Counterpart; answers: { at: number; how: Counterpart }[] };

/** What stands against the item at one place of a page. */
export type AgainstItem = {
	/** Told under this item: the last one that they answer. */
	told: ToldRival[];
	/** Items of the page that stand against it, by their places. */
	shown: { at: number; how: Counterpart }[];
	/** The others: told here, under another item that they answer too, or where the item is checked. */
	others: Counterpart[];
	/** Told nowhere on the page. */
	left: number;
};

/** Who stands against whom among the items of a page, in the order in which they are shown. */
export function tellRivals(items: readonly AnswerItem[]): AgainstItem[] {
	const places = new Map<string, number>();
	for (const [at, item] of items.entries()) {
		const claim = "claim" in item ? item.claim : undefined;
		if (claim && !places.has(claim.id)) places.set(claim.id, at);
	}
	const rivals = items.map((item, at) =>
		againstOf(item).map((how) => {
			const place = places.get(how.claim.id);
			return { how, place: place === at ? undefined : place };
		}),
	);
	const told = new Map<string, ToldRival>();
	for (const each of rivals)
		for (const { how } of each.filter(({ place }) => place === undefined).slice(0, mostRivals))
			if (!told.has(how.claim.id)) told.set(how.claim.id, { rival: how, answers: [] });
	for (const [at, each] of rivals.entries())
		for (const { how } of each) told.get(how.claim.id)?.answers.push({ at, how });
	return rivals.map((each, at) => {
		const hidden = each.filter(({ place }) => place === undefined);
		return {
			told: [...told.values()].filter(({ answers }) => answers.at(-1)?.at === at),
			shown: each.flatMap(({ how, place }) => (place === undefined ? [] : [{ at: place, how }])),
			others: hidden.map(({ how }) => how),
			left: hidden.filter(({ how }) => !told.has(how.claim.id)).length,
		};
	});
}

function againstOf(item: AnswerItem): Counterpart[] {
	return item.kind === "claim" || item.kind === "passage" ? (item.contradictedBy ?? []) : [];
}
