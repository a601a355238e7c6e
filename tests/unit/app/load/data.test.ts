import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { checkNode } from "../../../../src/app/cli/commands/doctor.ts";
import { readConfig } from "../../../../src/app/config.ts";
import { Environment } from "../../../../src/app/environment.ts";
import { linesOf } from "../../../../src/app/lines.ts";
import { MessageFile } from "../../../../src/app/load/messages.ts";
import { createLogger } from "../../../../src/app/log.ts";
import { indexDataFolder, projectFolder, shippedCorpus } from "../../../../src/app/paths.ts";

const read = (path: string) => readFileSync(path, "utf8");

describe("texts that users see", () => {
	const en = MessageFile.parse(JSON.parse(read(join(indexDataFolder, "messages", "en.json"))));
	const ar = MessageFile.parse(JSON.parse(read(join(indexDataFolder, "messages", "ar.json"))));
	const forms = (entry: unknown): string[] =>
		typeof entry === "string" ? [entry] : Object.values(entry as Record<string, string>);
	const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);

	it("exist in both languages", () => {
		expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort());
	});

	it("have the same holes in both languages", () => {
		for (const key of Object.keys(en)) {
			const all = (entry: unknown) => [...new Set(forms(entry).flatMap(holes))].sort();
			expect([key, all(ar[key])]).toEqual([key, all(en[key])]);
		}
	});

	it("give every plural of their language", () => {
		for (const [table, language] of [
			[en, "en"],
			[ar, "ar"],
		] as const) {
			const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
			for (const [key, entry] of Object.entries(table)) {
				if (typeof entry === "string") continue;
				// Any language may have a sentence for none at all.
				const given = Object.keys(entry).filter((name) => name !== "zero");
				const needed = categories.filter((name) => name !== "zero");
				expect([key, given.sort()]).toEqual([key, needed]);
			}
		}
	});

	it("hold every key that the code asks for", () => {
		const sources = ["src", "adapters"].flatMap((folder) =>
			readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" })
				.filter((file) => file.endsWith(".ts"))
				.map((file) => read(join(projectFolder, folder, file))),
		);
		const asked = sources.flatMap((source) =>
			[...source.matchAll(/\bsay\(\s*[\w.()"]+,\s*"([\w.]+)"/g)].map((match) => match[1] ?? ""),
		);
		expect(asked.length).toBeGreaterThan(20);
		for (const key of asked) expect(Object.keys(en)).toContain(key);
	});
});

describe("the configuration", () => {
	it("serves the shipped corpus unless told otherwise, by option before environment", () => {
		expect(readConfig({})).toMatchObject({ corpus: shippedCorpus, shipped: true });
		expect(readConfig({ ISNAD_CORPUS: "/a" })).toMatchObject({ corpus: "/a", shipped: false });
		expect(readConfig({ ISNAD_CORPUS: "/a" }, { corpus: "/b" })).toMatchObject({ corpus: "/b" });
	});

	it("takes an empty setting for none", () => {
		expect(readConfig({ DISCORD_TOKEN: " ", PORT: "", LOG_FORMAT: "" })).toMatchObject({
			port: 3000,
			discord: { token: undefined },
			log: { format: "text" },
		});
	});

	it.each([
		["PORT", "65536"],
		["PORT", "-1"],
		["LOG_FORMAT", "xml"],
		["LOG_LEVEL", "loud"],
		["PUBLIC_URL", "isnad.example.org"],
		["SLACK_API_URL", "ftp://x"],
		["DATABASE_URL", "mysql://x"],
	])("names the setting %s that it cannot read", (name, value) => {
		expect(() => readConfig({ [name]: value })).toThrow(
			expect.objectContaining({
				code: "config_invalid",
				message: expect.stringMatching(new RegExp(`^${name} `)),
			}),
		);
	});

	it("is documented whole in .env.example", () => {
		const documented = [
			...read(join(projectFolder, ".env.example")).matchAll(/^#? ?([A-Z_]+)=/gm),
		].map((m) => m[1]);
		const settings = Object.keys(Environment.shape);
		expect(settings.length).toBeGreaterThan(10);
		expect(documented.sort()).toEqual(settings.sort());
	});
});

describe("lines of input", () => {
	const linesIn = async (chunks: (string | Buffer)[], longest?: number) => {
		const out: (string | null)[] = [];
		for await (const line of linesOf(Readable.from(chunks), new AbortController().signal, longest))
			out.push(line);
		return out;
	};

	it("are put together from any chunks, letters of several bytes included", async () => {
		const bytes = Buffer.from("سؤال\nثان\r\n\nآخر");
		const singly = [...bytes].map((byte) => Buffer.from([byte]));
		expect(await linesIn(singly)).toEqual(["سؤال", "ثان", "", "آخر"]);
	});

	it("are passed over where they are too long, and only they", async () => {
		expect(await linesIn(["a\n", "b".repeat(30), "b\nc\n", "d".repeat(11), "\ne"], 10)).toEqual([
			"a",
			null,
			"c",
			null,
			"e",
		]);
		expect(await linesIn(["x".repeat(50)], 10)).toEqual([null]);
	});
});

it("ends where it stands when the process is asked to", async () => {
	const stop = new AbortController();
	const silent = new PassThrough();
	silent.write("one\ntwo");
	const seen: (string | null)[] = [];
	for await (const line of linesOf(silent, stop.signal)) {
		seen.push(line);
		stop.abort();
	}
	expect(seen[0]).toBe("one");
});

describe("log lines", () => {
	const logged = (format: "text" | "json", level: "info" | "warn") => {
		let text = "";
		const out = {
			write: (chunk: string) => {
				text += chunk;
				return true;
			},
		};
		const log = createLogger({ format, level }, out as never, () => 0);
		log("info", "ready", { articles: 5 });
		log("warn", "look here");
		return text;
	};

	it("are text for people or JSON for machines, from a level on", () => {
		expect(logged("text", "info")).toBe("ready (articles=5)\nwarn: look here\n");
		expect(logged("text", "warn")).toBe("warn: look here\n");
		expect(JSON.parse(logged("json", "info").split("\n")[0] ?? "")).toEqual({
			time: "1970-01-01T00:00:00.000Z",
			level: "info",
			msg: "ready",
			articles: 5,
		});
	});
});

it("doctor tells an old Node from a new one", () => {
	expect(checkNode("20.1.0")).toMatchObject({ ok: false });
	expect(checkNode("24.0.0")).toMatchObject({ ok: true });
});
