import { IsnadError } from "../../domain/errors.ts";

/** Whether the address names a database of PostgreSQL's. */
export function isPostgres(address: string): boolean {
	return /^postgres(ql)?:\/\//i.test(address);
}

/**
 * How a database is called in sentences and logs: host, port and name, and nothing else of its address,
 * which holds a password. Errors: `config_invalid`.
 */
export function databaseName(address: string): string {
	if (!isPostgres(address) || !URL.canParse(address)) throw unreadable();
	const { hostname, port, pathname, search, searchParams, hash } = new URL(address);
	// A password whose special characters were not escaped has ended up in these.
	if (/[@/]/.test(pathname.slice(1)) || search.includes("@") || hash) throw unreadable();
	const host = decoded(hostname) || searchParams.get("host") || "localhost";
	const name = decoded(pathname.slice(1)) || "the user's own database";
	return `${name.slice(0, 80)} at ${host.slice(0, 120)}:${port || searchParams.get("port") || 5432}`;
}

/** Says nothing of what stands there: it may be a password in the wrong place. */
export function unreadable(): IsnadError {
	return new IsnadError(
		"config_invalid",
		"DATABASE_URL cannot be read: write postgres://user:password@host:5432/database, with special characters of the password as %40 and the like.",
	);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		throw unreadable();
	}
}
