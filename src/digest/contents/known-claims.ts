import type { ClaimRef, EventRef, Library, Rival } from "../../answers/library.ts";
import { daysMeet, type Statements, speakerKey } from "../../answers/same-statement.ts";
import type { Claim } from "../../domain/article.ts";
import { dayRange } from "../../domain/dates.ts";
import type { Slices } from "../../domain/slices.ts";

/** What digests look up in one state of the corpus; read once for each. */
type Known = {
	/** Claims by their speaker, then by the day on which they were made. */
	claims: Map<string, Map<string | null, ClaimPlace[]>>;
	/** Events that are announced for one day, by that day. */
	planned: Map<string, EventRef[]>;
	/** By the claims that are new: which of them were told before. Many channels ask the same in a minute. */
	told: WeakMap<ReadonlySet<string>, Map<Claim, boolean>>;
	/** By the claims that are new: the older ones that they stand against. */
	older: WeakMap<ReadonlySet<string>, readonly Rival[]>;
};

/** A claim without its words: a digest compares it with few of them. */
type ClaimPlace = Pick<ClaimRef, "article"> & { id: string };

/** Claims that are compared in one step. */
const step = 32;

const byLibrary = new WeakMap<Library, { known: Known; rest: Slices<void> }>();

/** Digests that fall due together read it together: whoever has a turn takes the next step. */
function* knownIn(library: Library): Slices<Known> {
	let reading = byLibrary.get(library);
	if (!reading) {
		const known: Known = {
			claims: new Map(),
			planned: new Map(),
			told: new WeakMap(),
			older: new WeakMap(),
		};
		reading = { known, rest: fill(known, library) };
		byLibrary.set(library, reading);
	}
	yield* reading.rest;
	return reading.known;
}

function* fill({ claims, planned }: Known, library: Library): Slices<void> {
	for (const passage of library.passages()) {
		for (const ref of library.claims(passage)) {
			const speaker = speakerKey(ref.claim);
			const days = claims.get(speaker) ?? new Map<string | null, ClaimPlace[]>();
			claims.set(speaker, days);
			push(days, ref.claim.saidOn.value, { article: ref.article, id: ref.claim.id });
		}
		for (const ref of library.events(passage)) {
			const { event } = ref;
			const range = event.planned && event.date.value ? dayRange(event.date.value) : null;
			if (range && range.from === range.to) push(planned, range.from, ref);
		}
		yield;
	}
}

/** Whether a claim that is not among the new ones reports the same statement. */
export function* isTold(
	library: Library,
	ref: ClaimRef,
	newClaims: ReadonlySet<string>,
	statements: Statements,
): Slices<boolean> {
	const known = yield* knownIn(library);
	let told = known.told.get(newClaims);
	if (!told) {
		told = new Map();
		known.told.set(newClaims, told);
	}
	let answer = told.get(ref.claim);
	if (answer === undefined) {
		answer = yield* isAmong(known, ref, { library, newClaims, statements });
		told.set(ref.claim, answer);
	}
	return answer;
}

type Comparing = { library: Library; newClaims: ReadonlySet<string>; statements: Statements };

function* isAmong(
	{ claims }: Known,
	ref: ClaimRef,
	{ library, newClaims, statements }: Comparing,
): Slices<boolean> {
	for (const [day, others] of claims.get(speakerKey(ref.claim)) ?? []) {
		if (!daysMeet(day, ref.claim.saidOn.value)) continue;
		for (const [n, other] of others.entries()) {
			const known = newClaims.has(other.id) ? undefined : library.claimOf(other.article, other.id);
			if (known && statements.sameWords(known, ref)) return true;
			if (n % step === 0) yield;
		}
	}
	return false;
}

/** Claims that are not new and against which new ones stand. */
export function* olderRivals(
	library: Library,
	newClaims: ReadonlySet<string>,
): Slices<readonly Rival[]> {
	const { older } = yield* knownIn(library);
	const known = older.get(newClaims);
	if (known) return known;
	const out: Rival[] = [];
	for (const id of newClaims) {
		const ref = library.claim(id);
		for (const rival of ref ? library.rivals(ref.claim) : [])
			if (!newClaims.has(rival.claim.id)) out.push(rival);
		yield;
	}
	older.set(newClaims, out);
	return out;
}

/** Events that were announced for the very day. */
export function* plannedOn(library: Library, day: string): Slices<readonly EventRef[]> {
	const { planned } = yield* knownIn(library);
	return planned.get(day) ?? [];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
