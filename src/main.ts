import { enableCompileCache } from "node:module";
import { takeNearModulesAtTheirWord } from "./app/near-modules.ts";

// Before anything else is read: the second start then compiles nothing.
const { directory } = enableCompileCache();
// A thread keeps what it compiled only where the environment says so.
if (directory) process.env.NODE_COMPILE_CACHE ??= directory;
takeNearModulesAtTheirWord();
const { start } = await import("./app/cli/process.ts");
await start();
