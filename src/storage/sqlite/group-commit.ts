import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Order, Outcome } from "./protocol.ts";

type Run = Extract<Order, { kind: "run" }>;
type Answer = (outcomes: readonly Outcome[]) => void;

const mostPrepared = 200;
/** Answers held back at most before their commit. */
const mostHeld = 200;

/**
 * Runs orders one after the other; what came in while the disk was busy shares one commit, and is
 * answered after it. A transaction of a connection is a savepoint in there. So every answer means
 * that it is on the disk, and the disk is waited for once for all of them.
 */
export class GroupCommit {
	readonly #database: DatabaseSync;
	readonly #tell: Answer;
	/** Outcomes that are true already; told together. */
	#ready: Outcome[] = [];
	readonly #prepared = new Map<string, StatementSync>();
	/** Orders that wait for the end of a connection's transaction, or for their turn. */
	#waiting: Order[] = [];
	/** Outcomes that are true once the commit is done. */
	#held: Outcome[] = [];
	/** The connection whose transaction is open. */
	#inside: number | null = null;
	/** Connections whose transaction SQLite has rolled back by itself. */
	readonly #dead = new Set<number>();

	constructor(database: DatabaseSync, answer: Answer) {
		this.#database = database;
		this.#tell = answer;
	}

	/** Everything that has come in so far. */
	take(orders: readonly Order[]): void {
		this.#waiting.push(...orders);
		for (let order = this.#next(); order; order = this.#next()) {
			this.#do(order);
			if (this.#held.length >= mostHeld && this.#inside === null) this.#commit();
		}
		if (this.#inside === null) this.#commit();
		this.#tellReady();
	}

	#answer(outcome: Outcome): void {
		this.#ready.push(outcome);
	}

	#tellReady(): void {
		if (this.#ready.length === 0) return;
		this.#tell(this.#ready);
		this.#ready = [];
	}

	#next(): Order | undefined {
		const inside = this.#inside;
		if (inside === null) return this.#waiting.shift();
		const at = this.#waiting.findIndex(({ connection }) => connection === inside);
		return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
	}

	#do(order: Order): void {
		const { id, connection } = order;
		try {
			if (order.kind === "run") this.#run(order);
			else if (order.kind === "begin") this.#begin(id, connection);
			else this.#end(id, connection, order.kind);
		} catch (error) {
			// A full disk ends the transaction as a whole: nothing in it was kept.
			if (this.#held.length > 0 && !this.#database.isTransaction) this.#fail(error);
			if (this.#inside !== null && !this.#database.isTransaction) this.#dead.add(this.#inside);
			if (order.kind !== "run" && this.#inside === connection) this.#inside = null;
			this.#answer(failure(id, error));
		}
	}

	#run(order: Run): void {
		const { id, connection, sql } = order;
		if (this.#inside === connection) {
			if (this.#dead.has(connection) || !this.#database.isTransaction)
				throw new Error("the transaction was rolled back");
			this.#answer(this.#execute(order));
			return;
		}
		const kind = /^\s*(\w+)/.exec(sql)?.[1]?.toLowerCase() ?? "";
		if (kind === "select" && !this.#database.isTransaction) this.#answer(this.#execute(order));
		else if (kind === "select") this.#held.push(this.#execute(order));
		else if (writes.has(kind)) {
			this.#open();
			this.#held.push(this.#execute(order));
		} else {
			this.#commit();
			this.#answer({ ...this.#execute(order), id });
		}
	}

	#begin(id: number, connection: number): void {
		this.#open();
		this.#database.exec("savepoint own");
		this.#inside = connection;
		this.#answer({ id, rows: [], changes: 0 });
	}

	#end(id: number, connection: number, kind: "commit" | "rollback"): void {
		const isDead = this.#dead.delete(connection);
		if (isDead) {
			this.#inside = null;
			if (kind === "commit") throw new Error("the transaction was rolled back");
			this.#answer({ id, rows: [], changes: 0 });
			return;
		}
		if (kind === "rollback") this.#database.exec("rollback to own");
		this.#database.exec("release own");
		this.#inside = null;
		this.#held.push({ id, rows: [], changes: 0 });
	}

	// Immediate: a writer of another process is waited for here, where nothing has been read yet.
	#open(): void {
		if (!this.#database.isTransaction) this.#database.exec("begin immediate");
	}

	#commit(): void {
		try {
			if (this.#database.isTransaction) {
				// What was only read need not wait for the disk.
				this.#tellReady();
				this.#database.exec("commit");
			}
		} catch (error) {
			if (this.#database.isTransaction) this.#database.exec("rollback");
			this.#fail(error);
		}
		for (const outcome of this.#held.splice(0)) this.#answer(outcome);
	}

	#fail(error: unknown): void {
		for (const { id } of this.#held.splice(0)) this.#answer(failure(id, error));
	}

	#execute({ id, sql, parameters }: Run): Outcome {
		const statement = this.#prepare(sql);
		if (statement.columns().length > 0)
			return { id, rows: statement.all(...parameters) as never, changes: 0 };
		return { id, rows: [], changes: statement.run(...parameters).changes };
	}

	#prepare(sql: string): StatementSync {
		let statement = this.#prepared.get(sql);
		if (!statement) {
			statement = this.#database.prepare(sql);
			if (this.#prepared.size >= mostPrepared) this.#prepared.clear();
			this.#prepared.set(sql, statement);
		}
		return statement;
	}
}

const writes: ReadonlySet<string> = new Set([
	"insert",
	"update",
	"delete",
	"create",
	"drop",
	"alter",
]);

function failure(id: number, error: unknown): Outcome {
	const { errcode } = error as { errcode?: unknown };
	const failed = error instanceof Error ? error.message : String(error);
	return { id, failed, code: typeof errcode === "number" ? errcode : null };
}
