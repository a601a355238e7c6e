import { IsnadError } from "../../../domain/errors.ts";
import { isoDayOf } from "../../../domain/iso-day.ts";
import type { Store } from "../../../domain/state/store.ts";
import { openStore } from "../../../storage/open.ts";
import { write, writeJson } from "../../io.ts";
import { printableLine } from "../../printable.ts";
import { openInstalling } from "../../serving/platforms/installed-slack.ts";
import type { Call } from "../call.ts";

/** Where the app is installed, and the taking away of it. */
export async function run(call: Call): Promise<number> {
	const [verb, id, ...more] = call.positionals;
	const isList = verb === "list" && id === undefined;
	const isRemove = verb === "remove" && id !== undefined && more.length === 0;
	if (!isList && !isRemove)
		throw new IsnadError(
			"usage",
			"installations takes list or remove ID: write for example isnad installations list.",
		);
	const store = await openStore(call.config);
	try {
		return isRemove ? await remove(call, store, id) : await list(call, store);
	} finally {
		await store.close();
	}
}

async function list({ io, options }: Call, store: Store): Promise<number> {
	const rows = await store.installations.list();
	for (const { id, of, name, refused, installedAt, expiresAt } of rows) {
		const day = isoDayOf(installedAt);
		const state = of ? `by the organisation ${of}` : refused ? "its token is refused" : "served";
		if (options.json) await writeJson(io.stdout, { id, of, name, refused, installedAt, expiresAt });
		else
			await write(io.stdout, `${printableLine(`${id} ${name || "-"}: since ${day}, ${state}`)}\n`);
	}
	if (rows.length === 0 && !options.json) await write(io.stdout, "The app is installed nowhere.\n");
	return 0;
}

async function remove({ io, config, log, options }: Call, store: Store, id: string) {
	const installing = await openInstalling({ config, store, now: io.now, log });
	if (!(await installing.remove(id)))
		throw new IsnadError(
			"usage",
			`The app is not installed in ${JSON.stringify(id.slice(0, 40))}: isnad installations list shows where it is.`,
		);
	if (options.json) await writeJson(io.stdout, { removed: id });
	else await write(io.stdout, `${printableLine(`${id} is removed; its digests rest.`)}\n`);
	return 0;
}
