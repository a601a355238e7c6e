import { type ErrorCode, IsnadError } from "../../domain/errors.ts";

type Told = { code: ErrorCode; says: (database: string) => string };

const away: Told = {
	code: "store_unavailable",
	says: (database) =>
		`The database ${database} cannot be reached: look whether it runs and DATABASE_URL names it.`,
};
const ending: Told = {
	code: "store_unavailable",
	says: (database) =>
		`The database ${database} is starting or shutting down: try again in a moment.`,
};
const refused: Told = {
	code: "store_unavailable",
	says: (database) =>
		`The database ${database} refuses the user or the password: mend them in DATABASE_URL.`,
};
const clash: Told = {
	code: "store_busy",
	says: (database) => `The database ${database} is busy with the same rows: try again in a moment.`,
};
const readOnly: Told = {
	code: "store_unwritable",
	says: (database) =>
		`The database ${database} may only be read: name the one that takes writes in DATABASE_URL.`,
};

/** SQLSTATE codes and their classes that an operator can do something about, https://www.postgresql.org/docs/15/errcodes-appendix.html. */
const known: Record<string, Told> = {
	"08": away,
	"28": refused,
	"40": clash,
	"53": {
		code: "store_busy",
		says: (database) => `The database ${database} lacks memory or other means: look at its server.`,
	},
	"53100": {
		code: "store_unwritable",
		says: (database) => `The disk of the database ${database} is full: make room.`,
	},
	"53300": {
		code: "store_busy",
		says: (database) =>
			`The database ${database} takes no more connections: raise max_connections, or start fewer processes.`,
	},
	"3D000": {
		code: "store_unavailable",
		says: (database) =>
			`There is no database ${database}: make it with createdb, or name another one in DATABASE_URL.`,
	},
	"25006": readOnly,
	"25P03": clash,
	"42501": {
		code: "store_unwritable",
		says: (database) =>
			`The user of DATABASE_URL may not do what Isnad does in the database ${database}: grant it its schema.`,
	},
	"55P03": clash,
	"57014": clash,
	"57P01": ending,
	"57P02": ending,
	"57P03": ending,
	"57P05": ending,
	"58": {
		code: "store_unwritable",
		says: (database) =>
			`The disk of the database ${database} reports an error: look at its server.`,
	},
	XX001: {
		code: "store_corrupt",
		says: (database) => `The database ${database} is damaged: restore it with pg_restore.`,
	},
	XX002: {
		code: "store_corrupt",
		says: (database) =>
			`An index of the database ${database} is damaged: rebuild it with reindexdb, or restore a backup.`,
	},
};

/** What the driver says, without a code, of a pool all of whose connections are in use. */
const noneFree = "timeout exceeded when trying to connect";

/**
 * What the server or the way to it said, as an error of ours. Of the server's own message only its
 * code and the names of what it speaks of are kept: it may hold values, and these are people's words.
 */
export function databaseError(database: string, error: unknown): IsnadError {
	if (error instanceof IsnadError) return error;
	const state = sqlState(error);
	if (state === null) {
		const message = error instanceof Error ? error.message : "";
		const isFull = message === noneFree;
		const told = isFull ? clash : away;
		const says = isFull
			? `All connections to the database ${database} are in use: try again in a moment.`
			: told.says(database);
		return new IsnadError(told.code, says, { cause: new Error(systemCode(error) ?? message) });
	}
	const told = known[state] ?? known[state.slice(0, 2)];
	const says = told?.says(database) ?? `The database ${database} refused a statement (${state}).`;
	return new IsnadError(told?.code ?? "store_failed", says, { cause: withoutValues(error, state) });
}

/** Five letters and digits of the server's; null where it was not the server that spoke. */
export function sqlState(error: unknown): string | null {
	const { code, severity } = error as { code?: unknown; severity?: unknown };
	return typeof code === "string" && severity !== undefined && /^[0-9A-Z]{5}$/.test(code)
		? code
		: null;
}

/** Whether nothing was done, and the same may succeed in a moment: it clashed with another transaction. */
export function isClash(error: unknown): boolean {
	const state = stateBehind(error);
	return state === "40001" || state === "40P01";
}

/** Whether the connection is of no use any more, so that the same may succeed on another one. */
export function isCut(error: unknown): boolean {
	const state = sqlState(error);
	if (state !== null) return /^(08|57P0|25P03)/.test(state);
	return !(error instanceof Error && error.message === noneFree);
}

function stateBehind(error: unknown): string | null {
	const cause = error instanceof IsnadError ? error.cause : error;
	return cause instanceof ServerError ? cause.state : sqlState(cause ?? {});
}

/** What the server refused, by its code alone. */
class ServerError extends Error {
	readonly state: string;

	constructor(state: string, names: string) {
		super(`SQLSTATE ${state}${names}`);
		this.state = state;
	}
}

function withoutValues(error: unknown, state: string): ServerError {
	const { table, column, constraint } = error as Record<string, unknown>;
	const names = [table, column, constraint].filter((name) => typeof name === "string").join(" ");
	return new ServerError(state, names && `: ${names}`);
}

function systemCode(error: unknown): string | null {
	const { code } = error as { code?: unknown };
	return typeof code === "string" ? code : null;
}
