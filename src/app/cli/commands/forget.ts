import { IsnadError } from "../../../domain/errors.ts";
import { platformNames, platforms } from "../../../domain/sets/platforms.ts";
import type { Forgotten, Person } from "../../../domain/state/person.ts";
import { openStore } from "../../../storage/open.ts";
import { write, writeJson } from "../../io.ts";
import { isIdOnPlatform } from "../../setting-forms.ts";
import type { Call } from "../call.ts";

/** Drops what the state keeps of a person; `--dry-run` only counts. */
export async function run({ io, config, options, positionals }: Call): Promise<number> {
	const person = readPerson(positionals);
	const dry = options["dry-run"] === true;
	const store = await openStore(config);
	try {
		const counts = await store.forget(person, { dry });
		if (options.json) await writeJson(io.stdout, { person: positionals[0], dry, ...counts });
		else await write(io.stdout, `${told(counts, dry)}\n`);
		return 0;
	} finally {
		await store.close();
	}
}

/** Errors: `usage`. */
function readPerson([named = "", ...more]: readonly string[]): Person {
	const [name, id] = named.split(":");
	const platform = platformNames.find((each) => each === name);
	if (more.length > 0 || !isIdOnPlatform(named) || platform === undefined || id === undefined) {
		const known = platformNames.filter((each) => !platforms[each].own).join(" or ");
		throw new IsnadError(
			"usage",
			`forget takes one person: write ${known}, a colon and the id that it gives them, such as slack:U024BE7LH.`,
		);
	}
	return { platform, id };
}

function told(counts: Forgotten, dry: boolean): string {
	const { settings, feedback, views, threads, digests, unnamed } = counts;
	const rows = [
		`${settings} of settings`,
		`${feedback} of feedback`,
		`${views} answers shown`,
		`${threads} threads`,
		`${digests} digests in direct messages`,
	].join(", ");
	const kept = `${unnamed} digests of channels and sources`;
	return dry
		? `There are ${rows}; ${kept} name the person. Nothing was changed.`
		: `Dropped: ${rows}. ${kept} stay and name nobody any more.`;
}
