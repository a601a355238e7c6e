import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { runCli } from "../src/app/cli/cli.ts";
import { commandNames, parseCommand } from "../src/app/cli/options.ts";
import type { Io } from "../src/app/io.ts";
import { filesBelow, root } from "../tools/files.ts";

const textOf = (path: string) => readFileSync(join(root, path), "utf8");
const readme = textOf("README.md");
/** Where what people can do is told: the README and what it sends them to. */
const guides = ["README.md", "CONTRIBUTING.md", "docs/operating.md", "docs/slack-setup.md"].concat(
	"docs/discord-setup.md",
);
const told = guides.map(textOf).join("\n");
const blocks = [...told.matchAll(/```(\w+)\n([^`]*)```/g)].map(([, kind, text = ""]) => ({
	kind,
	text,
}));
const commands = blocks
	.filter(({ kind }) => kind === "sh")
	.flatMap(({ text }) => text.trim().split("\n"));
const ofIsnad = commands.filter((line) => line.startsWith("npm run -s isnad -- "));
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
	scripts: Record<string, string>;
};

/** The words of a command line as a shell would split them; no escapes are needed here. */
function words(line: string): string[] {
	return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

const isnadArgs = (line: string) => words(line).slice(5);

/** What an answer comes to: it stands above the items. */
const headOf = (text: string) => text.split("\n\n")[0];

async function run(args: string[]): Promise<{ status: number; out: string; err: string }> {
	const texts = { out: "", err: "" };
	const into = (name: "out" | "err") =>
		new Writable({
			write(chunk, _encoding, done) {
				texts[name] += String(chunk);
				done();
			},
		});
	const io: Io = {
		stdin: process.stdin,
		stdout: into("out"),
		stderr: into("err"),
		env: { LOG_LEVEL: "error" },
		// A folder without a file .env, whatever the developer's own says.
		cwd: join(root, "tests"),
		now: () => 0,
		signal: new AbortController().signal,
	};
	return { status: await runCli(args, io), ...texts };
}

describe("the README", () => {
	it("starts and tests the program with one line each, and .ci/run tests it with the same", () => {
		expect(commands).toEqual(expect.arrayContaining(["npm ci && npm start", "npm ci && npm test"]));
		expect(readFileSync(join(root, ".ci", "run"), "utf8")).toContain("npm ci && npm test");
	});

	it.each(commands)("names scripts that exist: %s", (line) => {
		const named = [...line.matchAll(/npm (?:run )?(?:-s )?([a-z]+)/g)].map(([, name]) => name);
		expect(named.length).toBeGreaterThan(0);
		for (const name of named) expect([...Object.keys(scripts), "ci"]).toContain(name);
	});

	it.each(ofIsnad)("gives commands and options that exist: %s", (line) => {
		expect(() => parseCommand(isnadArgs(line))).not.toThrow();
	});

	it("names checks of validate that exist, and every command", async () => {
		const { checks } = await import("../tools/checks.ts");
		const named = /validate -- ((?:[a-z]+ ?)+)`/.exec(told)?.[1]?.split(" ") ?? [];
		expect(Object.keys(checks)).toEqual(expect.arrayContaining(named));
		for (const name of commandNames) expect(told).toContain(`\`${name}`);
	});

	it("shows in its example over the shipped corpus what the command really answers", async () => {
		const example = ofIsnad.find((line) => !/ingest|--corpus/.test(line)) ?? "";
		const shown = blocks.filter(({ kind }) => kind === "text")[1]?.text ?? "";
		const { status, out, err } = await run(isnadArgs(example));
		expect({ status, err }).toEqual({ status: 0, err: "" });
		// Notes below the items change as the lexicon grows; what is cited does not.
		const items = (text: string) => text.split("\n\n").filter((block) => /^\d+\. /m.test(block));
		expect(
			items(shown)
				.join("\n")
				.match(/^\d+\. /gm),
		).toHaveLength(2);
		expect(headOf(shown)).toBe(headOf(out));
		expect(items(shown)).toEqual(items(out));
	});

	it("shows what a freshly ingested article really answers", async () => {
		const into = await mkdtemp(join(tmpdir(), "isnad-readme-"));
		try {
			const of = (line: string) => isnadArgs(line.replace("/tmp/my-corpus", into));
			const [ingest, ask] = ofIsnad.filter((line) => line.includes("/tmp/my-corpus")).map(of);
			const read = (ingest ?? []).map((word) =>
				word.startsWith("tests/") ? join(root, word) : word,
			);
			expect((await run(read)).status).toBe(0);
			const { out } = await run(ask ?? []);
			const shown = blocks.find(({ kind }) => kind === "text")?.text ?? "";
			const first = (text: string) => text.split("\n\n").find((block) => /^1\. /m.test(block));
			expect(first(shown)).toBe(first(out));
			expect(first(shown)).toBeDefined();
			expect(headOf(shown)).toBe(headOf(out));
		} finally {
			await rm(into, { recursive: true });
		}
	});

	it("is short enough to be read", () => {
		expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(130);
	});

	it("describes every setting", () => {
		const source = readFileSync(join(root, "src", "app", "environment.ts"), "utf8");
		const settings = [...source.matchAll(/^\t([A-Z][A-Z_]+): /gm)].map(([, name]) => name);
		expect(settings.length).toBeGreaterThan(10);
		for (const setting of settings) expect(told).toContain(`\`${setting}\``);
	});

	it("describes every folder of the code, and links to files that exist", () => {
		const folders = new Set(filesBelow("src", ".ts").map((path) => path.split("/")[1]));
		for (const folder of folders) expect(told).toContain(`\`src/${folder}\``);
		for (const guide of guides) {
			const links = [...textOf(guide).matchAll(/\]\(([\w./-]+)\)/g)].map(([, path]) => path ?? "");
			expect(links.length, guide).toBeGreaterThan(0);
			for (const link of links)
				expect(readFileSync(join(root, dirname(guide), link), "utf8")).not.toBe("");
		}
	});
});
