import type { Kysely } from "kysely";
import type { Change, ChangeJournal, NewChange } from "../../domain/state/change-journal.ts";
import { StoredChange } from "../../domain/state/stored.ts";
import { articlesIn, askedFor, asNoted, mayBeOver } from "../as-noted.ts";
import type { Database } from "../database.ts";
import { checked, firstReadable, json, type Read } from "../readable.ts";
import type { Tables } from "./schema.ts";

const counter = "changes";
/** Articles in one question: databases bound what a statement may hold. */
const mostAsked = 500;

export function changeJournal(
	{ db, transact, announce, watch }: Database,
	collection: string,
): ChangeJournal {
	const { lastMarks, knownOf, notedAfter, forget } = notedIn(collection);
	return {
		...(watch ? { watch } : {}),

		async append(changes, asOf) {
			if (changes.length === 0) return true;
			return transact(async (trx) => {
				// Numbers come from a row that stays locked to the end, not from a sequence: a change never
				// becomes visible after one with a higher number, so that no reader passes it by.
				const first = await advance(trx, changes.length);
				const marks = await lastMarks(trx, changes);
				const later = asOf === undefined ? new Set<string>() : await notedAfter(trx, asOf, changes);
				let isWhole = true;
				for (const [at, each] of changes.entries()) {
					const change = asNoted(each, await knownOf(trx, each));
					if (!change || isMarked(change, marks)) continue;
					if (mayBeOver(each, later)) {
						isWhole = false;
						continue;
					}
					noteMark(change, marks);
					await trx
						.insertInto("changes")
						.values({ seq: first + at, collection, ...toRow(change) })
						.execute();
					if (change.before !== null) await forget(trx, change.before);
					if (change.kind === "withdrawn") await forget(trx, change.article);
					else
						await trx
							.insertInto("known_articles")
							.values({ collection, article: change.article })
							.onConflict((c) => c.doNothing())
							.execute();
				}
				await announce(trx);
				return isWhole;
			});
		},

		async after(seq, limit) {
			const fetch = (count: number, _read: number, last?: Tables["changes"]) =>
				db
					.selectFrom("changes")
					.selectAll()
					.where("collection", "=", collection)
					.where("seq", ">", last?.seq ?? seq)
					.orderBy("seq")
					.limit(count)
					.execute();
			return firstReadable(limit, fetch, readChange);
		},

		async last() {
			const { last } = await db
				.selectFrom("changes")
				.select((eb) => eb.fn.max("seq").as("last"))
				.where("collection", "=", collection)
				.executeTakeFirstOrThrow();
			return Number(last ?? 0);
		},

		async startOf(count) {
			const before = await db
				.selectFrom("changes")
				.select("seq")
				.where("collection", "=", collection)
				.orderBy("seq", "desc")
				.limit(1)
				.offset(count)
				.executeTakeFirst();
			return Number(before?.seq ?? 0);
		},

		async known() {
			const rows = await db
				.selectFrom("known_articles")
				.select("article")
				.where("collection", "=", collection)
				.execute();
			return new Set(rows.map((row) => row.article));
		},
	};
}

/** Takes so many numbers; the first of them. */
async function advance(trx: Kysely<Tables>, count: number): Promise<number> {
	const { value } = await trx
		.insertInto("counters")
		.values({ name: counter, value: count })
		.onConflict((c) =>
			c.column("name").doUpdateSet((eb) => ({ value: eb("counters.value", "+", count) })),
		)
		.returning("value")
		.executeTakeFirstOrThrow();
	return value - count + 1;
}

/** What one collection has noted so far. */
function notedIn(collection: string) {
	return {
		/** Of the articles that a change hangs on, those that are noted and there. */
		async knownOf(trx: Kysely<Tables>, change: NewChange): Promise<Set<string>> {
			const rows = await trx
				.selectFrom("known_articles")
				.select("article")
				.where("collection", "=", collection)
				.where("article", "in", askedFor(change))
				.execute();
			return new Set(rows.map((row) => row.article));
		},

		/** Articles that something was noted of behind this number, all those that these changes hang on among them. */
		async notedAfter(
			trx: Kysely<Tables>,
			seq: number,
			changes: readonly NewChange[],
		): Promise<Set<string>> {
			const noted = new Set<string>();
			for (const ids of inPieces([...new Set(changes.flatMap(askedFor))])) {
				const rows = await trx
					.selectFrom("changes")
					.select(["article", "before"])
					.where("collection", "=", collection)
					.where("seq", ">", seq)
					.where((eb) => eb.or([eb("article", "in", ids), eb("before", "in", ids)]))
					.execute();
				for (const id of rows.flatMap(articlesIn)) noted.add(id);
			}
			return noted;
		},

		/** By article: the standing that its last change set, for those that are to be marked; one look for all. */
		async lastMarks(
			trx: Kysely<Tables>,
			changes: readonly Omit<Change, "seq">[],
		): Promise<Map<string, string | undefined>> {
			const asked = changes.filter(({ kind }) => kind === "marked").map(({ article }) => article);
			const marks = new Map<string, string | undefined>();
			for (const ids of inPieces(asked)) {
				const rows = await trx
					.selectFrom("changes")
					.select(["article", "kind", "head_json"])
					.where("collection", "=", collection)
					.where("article", "in", ids)
					.orderBy("seq")
					.execute();
				for (const { article, kind, head_json } of rows) {
					const head = kind === "marked" && head_json !== null ? headIn(head_json) : null;
					marks.set(article, (head as Change["head"] | null)?.standing?.kind);
				}
			}
			return marks;
		},

		async forget(trx: Kysely<Tables>, article: string): Promise<void> {
			await trx
				.deleteFrom("known_articles")
				.where("collection", "=", collection)
				.where("article", "=", article)
				.execute();
		},
	};
}

function inPieces(ids: readonly string[]): string[][] {
	const count = Math.ceil(ids.length / mostAsked);
	return Array.from({ length: count }, (_, n) => ids.slice(n * mostAsked, (n + 1) * mostAsked));
}

function isMarked(
	{ kind, article, head }: Omit<Change, "seq">,
	marks: ReadonlyMap<string, string | undefined>,
): boolean {
	return kind === "marked" && marks.get(article) === head?.standing?.kind;
}

function noteMark(
	{ kind, article, head }: Omit<Change, "seq">,
	marks: Map<string, string | undefined>,
): void {
	marks.set(article, kind === "marked" ? head?.standing?.kind : undefined);
}

function toRow(change: Omit<Change, "seq">): Omit<Tables["changes"], "seq" | "collection"> {
	const { at, kind, article, before, newClaims, goneClaims, head } = change;
	return {
		at,
		kind,
		article,
		before,
		new_claims_json: JSON.stringify(newClaims),
		gone_claims_json: JSON.stringify(goneClaims),
		head_json: head ? JSON.stringify(head) : null,
	};
}

export function readChange(row: Tables["changes"]): Read<Change> {
	const { seq, at, kind, article, before } = row;
	return checked<Change>(StoredChange, "change", seq, {
		...{ seq, at, kind, article, before },
		newClaims: json(row.new_claims_json),
		goneClaims: json(row.gone_claims_json),
		...(row.head_json === null ? {} : { head: headIn(row.head_json) }),
	} as Record<keyof Change, unknown>);
}

/** A head that cannot be read is no head that is left out. */
function headIn(text: string): unknown {
	return json(text) ?? null;
}
