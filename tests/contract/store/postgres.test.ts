import { afterAll } from "vitest";
import { openTestPostgres } from "../../servers/postgres/opened.ts";
import { schemaSuite } from "./columns.ts";
import { emptyTables, spoilRows } from "./spoil.ts";
import { storeSuite } from "./suite.ts";

const { name, store, beside, remove } = await openTestPostgres();
afterAll(remove);

/** More than a number of JavaScript's can hold. */
const tooLarge = "9223372036854775807";

storeSuite(name, async () => ({
	store,
	spoil: spoilRows(beside, tooLarge),
	remove: () => emptyTables(beside),
}));
schemaSuite(name, () => beside, { text: "text", bigint: "int8", integer: "int4" });
