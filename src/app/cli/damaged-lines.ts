import type { Say } from "../../domain/messages.ts";
import { openStore } from "../../storage/open.ts";
import type { Config } from "../config.ts";

/** What is said of a row that cannot be read, and how to mend it. */
export type DamagedLine = { check: string; says: string };

/** More rows than these that cannot be read are the work of one cause. */
const mostRows = 50;

/**
 * The rows of the state that are left out while everything else goes on, a line each. The state has
 * to be there. Errors: those of `openStore`.
 */
export async function damagedLines(
	config: Pick<Config, "data" | "databaseUrl">,
	say: Say,
): Promise<DamagedLine[]> {
	const store = await openStore(config);
	try {
		const damaged = await store.damaged(mostRows + 1);
		const lines = damaged.slice(0, mostRows).map(({ kind, id, field }) => ({
			check: `storage ${kind} ${id}`,
			says: say("en", `damaged.row.${kind}`, { id, field }),
		}));
		if (damaged.length > mostRows)
			lines.push({ check: "storage", says: say("en", "damaged.more", { most: mostRows }) });
		return lines;
	} finally {
		await store.close();
	}
}
