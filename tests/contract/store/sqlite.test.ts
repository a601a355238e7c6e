import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../../src/storage/open.ts";
import { storeSuite } from "./suite.ts";

storeSuite("SQLite", async () => {
	const data = await mkdtemp(join(tmpdir(), "isnad-store-"));
	const store = await openStore({ data });
	return {
		store,
		remove: async () => {
			await store.close();
			await rm(data, { recursive: true, force: true });
		},
	};
});
