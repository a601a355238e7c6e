import type { SqlValue } from "../sqlite/protocol.ts";
import { SqliteThread } from "../sqlite/thread.ts";

export type Statement = { sql: string; parameters: readonly SqlValue[] };

/** Statements of one transaction at most: a kill loses no more, and none waits for long. */
const mostTogether = 400;

/**
 * Writes in a thread, so that nobody waits for the disk; the thread is there only while something is
 * written. Statements that were given together are kept together, in the order in which they came.
 */
export class ArticleWriter {
	readonly #path: string;
	readonly #onProblem: (error: unknown) => void;
	#waiting: { work: readonly Statement[]; done: () => void }[] = [];
	#writing: Promise<void> | undefined;
	#failed: unknown;

	constructor(path: string, onProblem: (error: unknown) => void) {
		this.#path = path;
		this.#onProblem = onProblem;
	}

	/** `done`: called once it is on the disk. */
	add(work: readonly Statement[], done: () => void = () => {}): void {
		if (this.#failed !== undefined) return;
		this.#waiting.push({ work, done });
		this.#writing ??= this.#write();
		this.#writing.catch(() => undefined);
	}

	/** Errors: `store_*`, of the first statement that could not be kept; nothing is written behind it. */
	async written(): Promise<void> {
		while (this.#writing) await this.#writing;
		if (this.#failed !== undefined) throw this.#failed;
	}

	async #write(): Promise<void> {
		// What is given in the same turn is written together.
		await new Promise((resolve) => setImmediate(resolve));
		const thread = new SqliteThread({ path: this.#path, readOnly: false });
		try {
			// What an operator removed is not to be found in the file either.
			await thread.run(1, "pragma secure_delete = on", []);
			while (this.#waiting.length > 0 && this.#failed === undefined) {
				const together = this.#taken();
				await thread.transaction(1, "begin");
				const all = together.flatMap(({ work }) => work);
				await Promise.all(all.map(({ sql, parameters }) => thread.run(1, sql, parameters)));
				await thread.transaction(1, "commit");
				for (const { done } of together) done();
			}
		} catch (error) {
			this.#failed = error;
			this.#waiting = [];
			this.#onProblem(error);
		} finally {
			await thread.close();
			this.#writing = undefined;
		}
		if (this.#waiting.length > 0) this.#writing = this.#write();
	}

	#taken() {
		let count = 0;
		const end = this.#waiting.findIndex(({ work }) => {
			count += work.length;
			return count > mostTogether;
		});
		return this.#waiting.splice(0, end < 0 ? this.#waiting.length : Math.max(1, end));
	}
}
