import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { it } from "vitest";

/** A file or folder of the material that may lie beside the project; it is no part of it. */
export function shared(path: string): string {
	return fileURLToPath(new URL(`../../shared/${path}`, import.meta.url));
}

/** `it` for a test that reads that material: skipped, with the reason, where it is not there. */
export function itWith(path: string): (name: string, test: () => void | Promise<void>) => void {
	return (name, test) =>
		it(name, async (context) => {
			context.skip(!existsSync(shared(path)), `needs ../shared/${path}`);
			await test();
		});
}
