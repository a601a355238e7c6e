import type { z } from "zod";
import type { DamagedRow, RowKind } from "../domain/damaged.ts";

/** A row as it was read, or why it cannot be. */
export type Read<T> = { value: T } | { damaged: DamagedRow };

/** What a text of JSON holds; undefined, which no field may be, where it is none. */
export function json(text: unknown): unknown {
	if (text === null) return null;
	try {
		return JSON.parse(String(text));
	} catch {
		return undefined;
	}
}

/** A row with the fields that its schema asks for; the schema only looks, and changes nothing. */
export function checked<T>(
	schema: z.ZodType,
	kind: RowKind,
	id: unknown,
	row: Record<keyof T, unknown>,
): Read<T> {
	const { error } = schema.safeParse(row);
	if (!error) return { value: row as T };
	const path = error.issues[0]?.path.filter((step) => typeof step === "string") ?? [];
	return { damaged: { kind, id: named(id), field: path.slice(0, 2).join(".") || "value" } };
}

export function readable<T>(rows: readonly Read<T>[]): T[] {
	return rows.flatMap((row) => ("value" in row ? [row.value] : []));
}

export function damagedOf(rows: readonly Read<unknown>[]): DamagedRow[] {
	return rows.flatMap((row) => ("damaged" in row ? [row.damaged] : []));
}

/**
 * As many rows that can be read as are wanted: those that cannot would otherwise keep the ones behind
 * them from ever being reached. `fetch` gives at most `limit` rows behind those that it gave before.
 */
export async function firstReadable<R, T>(
	limit: number,
	fetch: (limit: number, read: number, last: R | undefined) => Promise<R[]>,
	read: (row: R) => Read<T>,
): Promise<T[]> {
	const out: T[] = [];
	let seen = 0;
	for (let last: R | undefined; out.length < limit; ) {
		const wanted = limit - out.length;
		const rows = await fetch(wanted, seen, last);
		out.push(...readable(rows.map(read)));
		if (rows.length < wanted) break;
		seen += rows.length;
		last = rows.at(-1);
	}
	return out;
}

/** A key as it may be shown: what was written there by whomever is nobody's control character. */
function named(id: unknown): string {
	return String(id)
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "?")
		.slice(0, 120);
}
