import { enableCompileCache } from "node:module";

// Before anything else is read: the second start then compiles nothing.
enableCompileCache();
const { start } = await import("./app/cli/process.ts");
await start();
