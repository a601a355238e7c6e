import type { Clock } from "../../../domain/ports.ts";
import type { Examined } from "../../../storage/postgres/examine.ts";
import { explained } from "../explained.ts";
import type { Finding } from "./finding.ts";

/** Nothing is used that this one has not; older ones nobody mends any more. */
const leastMajor = 13;
/** Leases bear more; what differs by so much was set wrong. */
const mostAheadMs = 5_000;

const check = "database";

/** What doctor says of the PostgreSQL of DATABASE_URL; `reached`: whether its rows can be looked at. */
export async function databaseFindings(
	address: string,
	now: Clock,
): Promise<{ findings: Finding[]; reached: boolean }> {
	try {
		const { examine } = await import("../../../storage/postgres/examine.ts");
		const examined = await examine(address, now);
		const reached = !examined.isEmpty && examined.missing.length === 0;
		return { findings: findingsOf(examined), reached };
	} catch (error) {
		return { findings: [{ check, ok: false, says: explained(error).message }], reached: false };
	}
}

export function findingsOf(examined: Examined): Finding[] {
	const { name, version, major, missing, isEmpty, isReadOnly, isSynced, aheadMs } = examined;
	const tables = isEmpty
		? "without tables, which the first start makes"
		: missing.length > 0
			? `which the next start brings to today's form (${missing.join(", ")})`
			: "with tables of today's form";
	const seconds = (Math.abs(aheadMs) / 1_000).toFixed(1);
	const found: [isWrong: boolean, says: string][] = [
		[false, `${name}, PostgreSQL ${version}, ${tables}; clocks differ by ${seconds} s.`],
		[major < leastMajor, `PostgreSQL ${version} is too old: upgrade it to ${leastMajor} or newer.`],
		[isReadOnly, `${name} is a standby: name the server that takes writes in DATABASE_URL.`],
		[
			!isSynced,
			"fsync or synchronous_commit is off, so that a power cut loses what was kept: switch them on.",
		],
		[
			Math.abs(aheadMs) > mostAheadMs,
			`the clock of this machine is ${seconds} s ${aheadMs > 0 ? "ahead of" : "behind"} the database's: set both by NTP.`,
		],
	];
	return found.flatMap(([isWrong, says], at) =>
		at === 0 || isWrong ? [{ check, ok: !isWrong, says }] : [],
	);
}
