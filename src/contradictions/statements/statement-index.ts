import type { Statement } from "./statement.ts";
import type { Term } from "./terms.ts";

/** Statements that a word is looked up in, and that one is compared with: a hostile article has thousands. */
const most = { listed: 80, compared: 20 };
/** So few are compared with every one: what two share may stand beside them. */
const few = 40;

/** Statements by their telling words, so that only those that may be of one thing are compared. */
export class StatementIndex {
	readonly #byKey = new Map<string, Statement[]>();

	readonly #statements: readonly Statement[];

	constructor(statements: readonly Statement[]) {
		this.#statements = statements;
		if (statements.length <= few) return;
		for (const statement of statements) {
			for (const key of keysOf(statement)) {
				const list = this.#byKey.get(key);
				if (!list) this.#byKey.set(key, [statement]);
				else if (list.length < most.listed) list.push(statement);
			}
		}
	}

	/** Statements that share a word with this one, in their order; of too many those that share most, the nearest first. */
	like(statement: Statement): readonly Statement[] {
		if (this.#statements.length <= few) return this.#statements;
		const shared = new Map<Statement, number>();
		for (const key of keysOf(statement))
			for (const other of this.#byKey.get(key) ?? [])
				shared.set(other, (shared.get(other) ?? 0) + 1);
		shared.delete(statement);
		const away = (other: Statement) => Math.abs(other.order - statement.order);
		return [...shared]
			.sort(([a, x], [b, y]) => y - x || away(a) - away(b) || a.order - b.order)
			.slice(0, most.compared)
			.map(([other]) => other)
			.sort((a, b) => a.order - b.order);
	}
}

/** A cause may share no word with another but the thing that its sentence is about. */
function keysOf({ terms, around, cause }: Statement): Set<string> {
	const all = cause ? [...terms, ...around] : terms;
	return new Set(all.flatMap(keysOfTerm));
}

function keysOfTerm({
	stem,
	senses,
	mates,
	sides,
	broader,
	radicals,
	general,
	name,
	arabic,
}: Term): string[] {
	if (general) return [];
	const own = [`w:${stem}`, ...senses.map((id) => `s:${id}`), ...[...mates].map((id) => `s:${id}`)];
	for (const side of sides) own.push(`o:${side >> 1}`);
	for (const side of broader) own.push(`b:${side >> 1}`);
	if (radicals !== undefined) own.push(`r:${radicals}`);
	return name && !arabic ? own.slice(0, 1) : own;
}
