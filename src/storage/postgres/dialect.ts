import {
	type DataTypeNode,
	type Dialect,
	type Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
} from "kysely";
import type { Tables } from "../tables/schema.ts";
import { type DriverParts, PoolDriver } from "./driver.ts";

/** Kysely over a pool of connections to PostgreSQL. */
export function postgresDialect(parts: DriverParts): Dialect {
	return {
		createDriver: () => new PoolDriver(parts),
		createQueryCompiler: () => new Compiler(),
		createAdapter: () => new Adapter(),
		createIntrospector: (db: Kysely<Tables>) => new PostgresIntrospector(db),
	};
}

/** Texts are compared by their bytes, as SQLite does, whatever language the database was made for. */
class Compiler extends PostgresQueryCompiler {
	protected override visitDataType(node: DataTypeNode): void {
		super.visitDataType(node);
		if (node.dataType === "text") this.append(' collate "C"');
	}
}

/** The lock of migrations is one of their transaction (`locks.ts`): a session's own outlives a cut. */
class Adapter extends PostgresAdapter {
	override async acquireMigrationLock(): Promise<void> {}
	override async releaseMigrationLock(): Promise<void> {}
}
