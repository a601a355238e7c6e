import { defaultCollection } from "../../../domain/collection.ts";
import { IsnadError } from "../../../domain/errors.ts";
import { readerSecretOf, settingsOf } from "../../collections/settings-of.ts";
import type { Config } from "../../config.ts";
import { write, writeJson } from "../../io.ts";
import { printableLine } from "../../printable.ts";
import type { Call } from "../call.ts";
import { corpusFindings } from "../findings/corpus-findings.ts";
import type { Finding } from "../findings/finding.ts";

type Verb = (call: Call, id: string) => Promise<number>;
const verbs: Readonly<Record<string, Verb>> = { list, check, secret };

/** The collections that the operator named, and whether each of them can be served. */
export async function run(call: Call): Promise<number> {
	const [name = "", id = "", ...more] = call.positionals;
	const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
	if (!verb || more.length > 0 || (verb === secret) !== (id !== ""))
		throw new IsnadError(
			"usage",
			"collections takes list, check or secret ID: write for example isnad collections list.",
		);
	return verb(call, id);
}

async function list({ io, config, options }: Call): Promise<number> {
	const own = { id: defaultCollection, name: null, corpus: config.corpus, answers: [] };
	for (const each of [own, ...config.collections]) {
		const { id, name, corpus, answers } = each;
		if (options.json) await writeJson(io.stdout, each);
		else {
			const named = name ? ` ${name.en} (${name.ar})` : "";
			const where = answers.length > 0 ? answers.join(", ") : "every other place";
			const told = id === defaultCollection || answers.length > 0 ? where : "nobody";
			await write(io.stdout, `${printableLine(`${id}${named}: ${corpus}; answers ${told}`)}\n`);
		}
	}
	return 0;
}

async function check({ io, config, options }: Call): Promise<number> {
	const findings = await collectionFindings(config, true);
	for (const { check: what, ok, says } of findings) {
		if (options.json) await writeJson(io.stdout, { check: what, ok, says });
		else await write(io.stdout, `${printableLine(`${ok ? "ok   " : "WRONG"} ${what}: ${says}`)}\n`);
	}
	return findings.every(({ ok }) => ok) ? 0 : 1;
}

async function secret({ io, config }: Call, id: string): Promise<number> {
	const found = readerSecretOf(settingsOf(config, id));
	if (found === undefined)
		throw new IsnadError(
			"config_invalid",
			"ISNAD_READER_SECRET is not set: without it no page of the reader asks for a secret.",
		);
	await write(io.stdout, `${found}\n`);
	return 0;
}

/** What is wrong with each collection beside the default one; `withOwn`: with it as well. */
export async function collectionFindings(config: Config, withOwn = false): Promise<Finding[]> {
	const ids = config.collections.map(({ id }) => id);
	const out: Finding[] = [];
	// One after the other: what a folder holds is in memory while it is looked at.
	for (const id of withOwn ? [config.collection, ...ids] : ids)
		out.push(...(await corpusFindings(settingsOf(config, id), id)));
	return out;
}
