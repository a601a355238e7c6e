import { resolve } from "node:path";
import { IsnadError } from "../../../domain/errors.ts";
import { statePath } from "../../../storage/open.ts";
import { restore } from "../../../storage/sqlite/restore.ts";
import { write, writeJson } from "../../io.ts";
import type { Call } from "../call.ts";

/** Puts a backup in the place of the state, which nothing may use meanwhile. */
export async function run({ io, config, options, positionals }: Call): Promise<number> {
	const [name, ...more] = positionals;
	if (!name || more.length > 0)
		throw new IsnadError("usage", "restore takes one file: write isnad restore FILE.");
	const file = resolve(io.cwd, name);
	const before = await restore(statePath(config), file);
	if (options.json) await writeJson(io.stdout, { restored: file, before });
	else {
		const kept = before ? ` What was there before is in ${before}.` : "";
		await write(io.stdout, `The state is the one of ${file}.${kept}\n`);
	}
	return 0;
}
