import { join } from "node:path";
import { z } from "zod";
import {
	EnglishHeads,
	EnglishMarkers,
	EnglishVerbs,
} from "../../attribution/english/grammar-data.ts";
import { ArabicMarkers, ArabicVerb, Head } from "../../attribution/head-data.ts";
import { Topics } from "../../attribution/topics.ts";
import { Bilingual } from "../../domain/sets/languages.ts";
import { readRegularSync } from "../../files/regular-file.ts";
import { Entity } from "../../identity/entity-data.ts";
import { type StatementRole, statementRoles } from "../../language/words/word-roles.ts";
import { damaged, fitting } from "./language-data.ts";

const ArabicVerbs = z.strictObject({ verbs: z.array(ArabicVerb) });
const Heads = z.strictObject({ heads: z.array(Head) });
const StatementWords = z.strictObject(
	Object.fromEntries(statementRoles.map((role) => [role, z.array(z.string().min(1))])) as Record<
		StatementRole,
		z.ZodArray<z.ZodString>
	>,
);
const Sorts = z.record(z.string().min(1), z.array(z.string().min(1)).min(1));
const Entities = z.strictObject({ unnamed: Bilingual, entities: z.array(Entity) });

/** Reads and checks the attribution data of `index-data/attribution`. */
export function readAttributionData(folder: string) {
	const read = <T>(name: string, schema: z.ZodType<T>): T => {
		const file = join(folder, "attribution", `${name}.json`);
		return fitting(file, schema, json(file));
	};
	return {
		arabic: {
			verbs: read("verbs-ar", ArabicVerbs).verbs,
			heads: read("heads-ar", Heads).heads,
			markers: read("markers-ar", ArabicMarkers),
		},
		english: {
			verbs: read("verbs-en", EnglishVerbs).verbs,
			heads: read("heads-en", EnglishHeads).heads,
			markers: read("markers-en", EnglishMarkers),
		},
		statementWords: read("statement-words", StatementWords),
		sorts: read("sorts", Sorts),
		...read("entities", Entities),
		topics: read("topics", Topics),
	};
}

function json(file: string): unknown {
	try {
		return JSON.parse(readRegularSync(file).toString("utf8"));
	} catch (error) {
		throw damaged(file, error);
	}
}
