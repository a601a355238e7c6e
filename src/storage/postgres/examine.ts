import { sql } from "kysely";
import type { Clock } from "../../domain/ports.ts";
import { missing, refuseNewer } from "../migrate.ts";
import { databaseName } from "./address.ts";
import { openPostgres } from "./open.ts";

/** What a database is, for whoever operates it. */
export type Examined = {
	name: string;
	/** As the server says it: `15.8`. */
	version: string;
	major: number;
	/** Steps of the tables' form that it lacks; all of them where it is empty. */
	missing: string[];
	isEmpty: boolean;
	/** A standby, which takes no writes. */
	isReadOnly: boolean;
	/** Whether what was acknowledged is on its disk: `fsync` and `synchronous_commit`. */
	isSynced: boolean;
	/** Milliseconds that this process's clock is ahead of the server's, to the nearest that the way there allows. */
	aheadMs: number;
};

type Facts = {
	version: string;
	number: string;
	fsync: string;
	commit: string;
	standby: boolean;
	now: number;
};

/** Looks, and writes nothing. Errors: `config_invalid`, `store_*`. */
export async function examine(address: string, now: Clock): Promise<Examined> {
	const name = databaseName(address);
	const { db, refusePooler, close } = await openPostgres(address, {
		...{ log: () => {}, now, random: () => 0 },
	});
	try {
		await refusePooler();
		// The first question makes the connection, which takes longer than the second.
		await refuseNewer(db, name);
		const lacks = await missing(db);
		const before = now();
		const { rows } = await sql<Facts>`
			select current_setting('server_version') as version,
				current_setting('server_version_num') as number,
				current_setting('fsync') as fsync,
				current_setting('synchronous_commit') as commit,
				pg_is_in_recovery() as standby,
				(extract(epoch from clock_timestamp()) * 1000)::bigint as now
		`.execute(db);
		const half = (now() - before) / 2;
		const [facts] = rows;
		if (!facts) throw new Error("the database told nothing of itself");
		const tables = await db.introspection.getTables();
		return {
			name,
			version: facts.version,
			major: Math.floor(Number(facts.number) / 10_000),
			missing: lacks,
			isEmpty: tables.length === 0,
			isReadOnly: facts.standby,
			isSynced: facts.fsync === "on" && facts.commit !== "off",
			aheadMs: Math.round(before + half - facts.now),
		};
	} finally {
		await close();
	}
}
