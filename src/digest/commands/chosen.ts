import type { Subscription } from "../../domain/digest.ts";
import { plain, westernDigits } from "../../domain/typed-words.ts";

/** The one that is meant by its number in the list, its id or its topic; all where nothing is named. */
export function chosen(
	all: readonly Subscription[],
	typed: string,
): readonly Subscription[] | null {
	if (!typed) return all;
	const number = numberIn(typed);
	const asked = plain(typed);
	const found =
		number === null
			? all.filter(({ id, request }) => id === typed || plain(request.text) === asked)
			: all.slice(number - 1, number);
	return found.length > 0 ? found : null;
}

/** The one that is to be changed, and what stands behind its name. */
export type EditedOne = {
	one: Subscription | null;
	/** Where it is not one: those that it may be, null where it is none. */
	picked: readonly Subscription[] | null;
	rest: string;
};

/**
 * What "2 china drones" names: by its whole topic, by number or id at the head, or the only one.
 * `byForm`: a form names an id, and where that has ended it means no other one.
 */
export function editedOne(all: readonly Subscription[], typed: string, byForm = false): EditedOne {
	const [first = "", ...others] = typed.split(" ");
	const rest = others.join(" ");
	// A topic may begin with a number: 7 october.
	const whole = rest ? all.filter(({ request }) => plain(request.text) === plain(typed)) : [];
	const [named] = whole;
	if (named && whole.length === 1) return { one: named, picked: whole, rest: "" };
	const number = numberIn(first);
	if (number !== null) {
		const one = all[number - 1] ?? null;
		return { one, picked: one ? [one] : null, rest };
	}
	const byId = all.find(({ id }) => id === first);
	if (byId) return { one: byId, picked: [byId], rest };
	if (byForm && first) return { one: null, picked: null, rest };
	const picked = chosen(all, typed);
	const [one = null] = picked ?? [];
	if (one && picked?.length === 1) return { one, picked, rest: "" };
	const [only = null] = all;
	if (only && all.length === 1) return { one: only, picked: [only], rest: typed };
	return { one: null, picked: typed ? (picked ?? all) : all, rest: typed };
}

function numberIn(typed: string): number | null {
	const digits = /^#?(\d{1,3})$/.exec(westernDigits(typed))?.[1];
	return digits === undefined ? null : Number(digits);
}
