import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Extraction, loadExtraction } from "../../src/app/load/extraction.ts";
import { readDateFiles } from "../../src/app/load/language-data.ts";
import { unknownPublished } from "../../src/domain/dates.ts";
import { compileOutlets } from "../../src/identity/outlets.ts";
import { createDateFinder, parseDateData } from "../../src/language/dates/index.ts";
import { sourceOf } from "../contract/store/sources.ts";
import { article } from "../unit/answers/doubles.ts";
import { type Edit, type Scratch, scratchCopy, slowTypesMs } from "./scratch.ts";

const messages = (en: string, ar: string, before: string): Edit[] => [
	["index-data/messages/en.json", before, en],
	["index-data/messages/ar.json", before, ar],
];

/** The changes of CONTRIBUTING.md as it says that they are made, and how many files each may touch. */
const recipes: Record<string, { most: number; edits: Edit[] }> = {
	verb: {
		most: 2,
		edits: [
			[
				"index-data/attribution/verbs-en.json",
				'{"base": "add"',
				'{"base": "quonk", "past": ["quonked"], "act": "warns", "frames": ["that"]},\n\t\t',
			],
		],
	},
	outlet: {
		most: 1,
		edits: [
			[
				"index-data/outlets.json",
				'{"name": "Associated Press"',
				'{"name": "Quay Post", "kind": "newspaper", "country": "GB", "ar": ["كواي بوست"], "en": ["Quay Post"]},\n\t\t',
			],
		],
	},
	act: {
		most: 3,
		edits: [
			["src/domain/sets/acts.ts", "\tpredicts: {", "\tthreatens: { answerable: true },\n"],
			...messages(
				'\t"act.threatens": "threatened",\n\t"stance.threatens": "threats",\n\t"stance_words.threatens": "threatens",\n',
				'\t"act.threatens": "هدد",\n\t"stance.threatens": "التهديدات",\n\t"stance_words.threatens": "هدد",\n',
				'\t"act.predicts"',
			),
		],
	},
	filter: {
		most: 4,
		edits: [
			[
				"src/domain/sets/filters.ts",
				"\tstance: {",
				'\tmood: { takes: "name", value: "MOOD", help: "only so", form: null },\n',
			],
			[
				"src/answers/find/filters.ts",
				"\tfrom: (value) =>",
				"\tmood: (value) => ({ claim: ({ claim }) => claim.act === value }),\n",
			],
			...messages(
				'\t"filter.mood": "mood",\n\t"note.filter.mood": "Only {value}.",\n\t"reader.filter.mood": "Mood",\n\t"program.field.mood": "Only so.",\n',
				'\t"filter.mood": "مزاج",\n\t"note.filter.mood": "{value} فقط.",\n\t"reader.filter.mood": "المزاج",\n\t"program.field.mood": "هكذا فقط.",\n',
				'\t"filter.stance"',
			),
		],
	},
	"question type": {
		most: 4,
		edits: [
			[
				"src/question/question-types.ts",
				"\twhy: {",
				"\twhose: { told: true, asks: null, wants: null },\n",
			],
			[
				"index-data/question.json",
				'{\n\t\t\t"type": "why"',
				'{\n\t\t\t"type": "whose",\n\t\t\t"en": ["whose"],\n\t\t\t"ar": ["لمن"]\n\t\t},\n\t\t',
			],
			...messages('\t"asked.whose": "an owner",\n', '\t"asked.whose": "مالكاً",\n', '\t"asked.why"'),
		],
	},
	"date pattern": {
		most: 2,
		edits: [["index-data/dates/relative.json", '"yesterday"', '"yestermorn", ']],
	},
	// Beside its folder.
	platform: {
		most: 3,
		edits: [
			[
				"adapters/teams/start.ts",
				null,
				[
					'import type { Poster } from "../../src/domain/digest.ts";',
					"",
					"export async function startTeams(poster: Poster) {",
					"\treturn { poster, isConnected: () => true, stop: async () => {} };",
					"}",
					"",
				].join("\n"),
			],
			[
				"src/domain/sets/platforms.ts",
				"\tconsole: {",
				"\tteams: { own: false, rate: { channelMs: 1_000, anywhereMs: 100, atOnce: 4 }, isDirect: () => false },\n",
			],
			[
				"src/app/serving/platforms/platforms.ts",
				"\tdiscord: {",
				[
					"\tteams: {",
					'\t\tname: "Teams",',
					"\t\tisConfigured: ({ teams }) => Boolean(teams.token),",
					"\t\tproblems: () => [],",
					"\t\tasync start() {",
					'\t\t\tconst { startTeams } = await import("../../../../adapters/teams/start.ts");',
					"\t\t\treturn startTeams(null as never);",
					"\t\t},",
					"\t\tcheck: async () => [],",
					"\t},",
					"",
				].join("\n"),
			],
			["src/app/config.ts", "\tdiscord: {", "\tteams: { token: string | undefined };\n"],
			["src/app/config.ts", "\t\tdiscord: {", "\t\tteams: { token: undefined },\n"],
		],
	},
	column: {
		most: 6,
		edits: [
			[
				"src/domain/sources.ts",
				"\t/** Who added it:",
				"\t/** Of the desk. */\n\ttag?: string | null;\n",
			],
			[
				"src/storage/migrations/0010-tag.ts",
				null,
				[
					'import type { Kysely } from "kysely";',
					"",
					"export async function up(db: Kysely<never>): Promise<void> {",
					'\tawait db.schema.alterTable("sources").addColumn("tag", "text").execute();',
					"}",
					"",
				].join("\n"),
			],
			["src/storage/migrations/index.ts", "\n/**", 'import { up as tag } from "./0010-tag.ts";\n'],
			[
				"src/storage/migrations/index.ts",
				"};\n\nexport const provider",
				'\t"0010-tag": { up: tag },\n',
			],
			["src/storage/tables/schema.ts", "\tadded_by: string;", "\ttag: string | null;\n"],
			[
				"src/storage/tables/sources.ts",
				"\t\tfailures: source.failures",
				"\t\ttag: source.tag ?? null,\n",
			],
			["src/storage/tables/sources.ts", "\t\tfailures,", "\t\ttag: row.tag,\n"],
		],
	},
	layout: {
		most: 1,
		edits: [
			[
				"adapters/discord/layout/notice.ts",
				"\nexport function",
				"\n/** Planted. */\nexport const rule = '—';\n",
			],
		],
	},
};

describe("a change made as CONTRIBUTING.md says", () => {
	let scratch: Scratch;
	let extraction: Extraction;
	beforeAll(async () => {
		scratch = scratchCopy(Object.values(recipes).flatMap(({ edits }) => edits));
		extraction = await loadExtraction(join(scratch.folder, "index-data"));
	});
	afterAll(() => scratch.remove());

	it.each(Object.entries(recipes))("touches few files: %s", (_, { most, edits }) => {
		const own = edits.map(([file]) => file).filter((file) => !file.startsWith("adapters/teams/"));
		expect(new Set(own).size).toBeLessThanOrEqual(most);
	});

	it(
		"lacks nothing: all of them together pass the check of types and that of messages",
		async () => {
			expect(await scratch.types()).toEqual([]);
			expect(await scratch.messages()).toEqual([]);
		},
		slowTypesMs,
	);

	it("does what it is for: verb, outlet, date pattern", async () => {
		const { folder } = scratch;
		const told = article("a", ["Ada Holt quonked that the harbour was unsafe."]);
		const { claims } = extraction.extract(told);
		expect(claims).toMatchObject([{ act: "warns", speaker: { name: "Ada Holt" } }]);
		const outlets = JSON.parse(readFileSync(join(folder, "index-data/outlets.json"), "utf8"));
		expect(compileOutlets(outlets).named("كواي بوست")?.name).toBe("Quay Post");
		const dates = createDateFinder(parseDateData(await readDateFiles(join(folder, "index-data"))));
		const published = { ...unknownPublished, value: "2024-05-03", precision: "day" as const };
		const [date] = dates.find("The harbour closed yestermorn.", { published });
		expect(date?.value).toBe("2024-05-02");
	});

	it("does what it is for: a column, in both stores", async () => {
		const load = (path: string) => import(pathToFileURL(join(scratch.folder, path)).href);
		const { openStore } = await load("src/storage/open.ts");
		const { memoryStore } = await load("src/storage/memory/store.ts");
		for (const store of [await openStore({ data: join(scratch.folder, "data") }), memoryStore()]) {
			await store.sources.add({ ...sourceOf("a"), tag: "harbour" });
			expect(await store.sources.list()).toMatchObject([{ id: "a", tag: "harbour" }]);
			await store.close();
		}
	});
});
