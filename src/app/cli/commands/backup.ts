import { resolve } from "node:path";
import { IsnadError } from "../../../domain/errors.ts";
import { statePath } from "../../../storage/open.ts";
import { backUp } from "../../../storage/sqlite/backup.ts";
import { write, writeJson } from "../../io.ts";
import { printableLine } from "../../printable.ts";
import type { Call } from "../call.ts";

/** Copies the state to a file, also while it is in use. */
export async function run({ io, config, options, positionals }: Call): Promise<number> {
	const [name, ...more] = positionals;
	if (!name || more.length > 0)
		throw new IsnadError("usage", "backup takes one file: write isnad backup FILE.");
	const file = resolve(io.cwd, name);
	const bytes = await backUp(statePath(config), file);
	if (options.json) await writeJson(io.stdout, { file, bytes });
	else await write(io.stdout, `${printableLine(`The state is in ${file} (${bytes} bytes).`)}\n`);
	return 0;
}
