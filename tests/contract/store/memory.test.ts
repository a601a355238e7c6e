import { memoryStore } from "../../../src/storage/memory/store.ts";
import { storeSuite } from "./suite.ts";

storeSuite("in memory", async () => ({ store: memoryStore(), remove: async () => {} }));
