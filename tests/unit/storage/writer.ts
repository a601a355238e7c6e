import { openStore } from "../../../src/storage/open.ts";

/**
 * A process that writes rows without end and says on standard output which ones it was told are
 * kept: started as `writer.ts FOLDER NAME`, killed at any moment.
 */
async function write(data: string, name: string): Promise<void> {
	const store = await openStore({ data });
	for (let n = 0; ; n++) {
		const id = `${name}-${n}`;
		await store.views.put({ id, request: null, answer: null, places: [], at: n });
		process.stdout.write(`${id}\n`);
	}
}

const [, , data = "", name = ""] = process.argv;
await write(data, name);
