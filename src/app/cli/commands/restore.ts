import { resolve } from "node:path";
import { IsnadError } from "../../../domain/errors.ts";
import { statePath } from "../../../storage/open.ts";
import { restore } from "../../../storage/sqlite/restore.ts";
import { write, writeJson } from "../../io.ts";
import { loadMessages } from "../../load/messages.ts";
import { indexDataFolder } from "../../paths.ts";
import { printableLine } from "../../printable.ts";
import type { Call } from "../call.ts";
import { damagedLines } from "../damaged-lines.ts";

/** Puts a backup in the place of the state, which nothing may use meanwhile; names its damaged rows. */
export async function run({ io, config, options, positionals }: Call): Promise<number> {
	const [name, ...more] = positionals;
	if (!name || more.length > 0)
		throw new IsnadError("usage", "restore takes one file: write isnad restore FILE.");
	const file = resolve(io.cwd, name);
	const before = await restore(statePath(config), file);
	if (!options.json) {
		const kept = before ? ` What was there before is in ${before}.` : "";
		await write(io.stdout, `${printableLine(`The state is the one of ${file}.${kept}`)}\n`);
	}
	const damaged = await damagedLines(config, await loadMessages(indexDataFolder));
	if (options.json) await writeJson(io.stdout, { restored: file, before, damaged });
	else
		for (const { check, says } of damaged)
			await write(io.stdout, `${printableLine(`WRONG ${check}: ${says}`)}\n`);
	return 0;
}
