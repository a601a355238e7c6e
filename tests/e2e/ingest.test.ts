import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ended, isnadHere, isOneLine, start, temporaryFolder } from "./run.ts";

const body = [
	"The port authority of Marsa Lund said on Monday that the new quay would open in June 2024.",
	"Harbour master Rana Odeh told reporters that 14 ships a day could then be unloaded, up from nine.",
	"The dockers' union denied that it had agreed to night shifts, and called for talks this week.",
	"A spokesman for the ministry of transport confirmed that the work had cost 40 million euros.",
].join("\n\n");
const page = `Marsa Lund's new quay to open in June\n\n${body}\n`;
const other = page
	.replaceAll("Marsa Lund", "Port Vellin")
	.replaceAll("quay", "terminal")
	.replace("14 ships", "3 trains");

type Json = Record<string, unknown>;
const articlesOf = (corpus: string): Json[] =>
	readdirSync(join(corpus, "articles")).map((file) =>
		JSON.parse(readFileSync(join(corpus, "articles", file), "utf8")),
	);

describe("ingest", () => {
	it("reads what can be read, says for each other file what is wrong, and cites the file's own words", async () => {
		const folder = temporaryFolder();
		const corpus = join(folder, "corpus");
		const pages = join(folder, "pages");
		mkdirSync(pages);
		writeFileSync(join(pages, "good.txt"), page);
		writeFileSync(join(pages, "empty.txt"), "");
		writeFileSync(
			join(pages, "binary.txt"),
			Buffer.from([0, 1, 2, 0, 255, 254, 0, 7].concat(Array(500).fill(0))),
		);
		writeFileSync(
			join(pages, "latin.txt"),
			Buffer.from(`Caf\u00e9 d\u00e9j\u00e0 vu. ${body}`, "latin1"),
		);
		writeFileSync(join(pages, "menu.txt"), "Home\nSport\nWeather\nContact us\n");
		writeFileSync(join(pages, "huge.txt"), "x");
		truncateSync(join(pages, "huge.txt"), 50 * 2 ** 20);
		writeFileSync(join(pages, "broken.json"), '{"title": ');
		const args = ["ingest", pages, join(folder, "missing.txt"), "--corpus", corpus, "--json"];
		const { status, stdout, stderr } = await isnadHere(args);
		const result = JSON.parse(stdout);
		expect(result.articles).toBe(1);
		const codes = Object.fromEntries(
			result.skipped.map((one: { path: string; code: string }) => [
				one.path.split("/").at(-1),
				one.code,
			]),
		);
		expect(codes).toMatchObject({
			"empty.txt": "file_empty",
			"binary.txt": "file_binary",
			"latin.txt": "file_encoding",
			"menu.txt": "no_article",
			"huge.txt": "file_too_large",
			"broken.json": "file_malformed",
			"missing.txt": "path_unreadable",
		});
		for (const line of stderr.split("\n").filter(Boolean))
			expect(isOneLine(`${line}\n`)).toBe(true);
		expect(stderr).toMatch(/latin\.txt.*(windows-1252|latin|iso-8859)/i);
		expect(status).toBe(0);

		const before = readFileSync(join(corpus, "corpus.json"), "utf8");
		expect((await isnadHere(args)).status).toBe(0);
		expect(readFileSync(join(corpus, "corpus.json"), "utf8")).toBe(before);

		const answer = JSON.parse(
			(await isnadHere(["ask", "quay cost", "--corpus", corpus, "--json"])).stdout,
		);
		const { quote, rendering, citation } = answer.items[0];
		expect(rendering).toBe("verbatim");
		const line = page.split("\n")[citation.line - 1] ?? "";
		expect(line.slice(citation.start, citation.end)).toBe(quote);
	});

	it("ends with 1 where nothing that was named could be read, and leaves no corpus behind", async () => {
		const folder = temporaryFolder();
		writeFileSync(join(folder, "empty.txt"), " \n");
		const corpus = join(folder, "corpus");
		const { status, stderr } = await isnadHere([
			"ingest",
			join(folder, "empty.txt"),
			"--corpus",
			corpus,
		]);
		expect(stderr).toMatch(/empty\.txt.*white space/);
		expect(existsSync(join(corpus, "corpus.json"))).toBe(false);
		expect(isOneLine(stderr)).toBe(true);
		expect(status).toBe(1);
	});

	it("refuses a malformed meta.json, by its name, and changes nothing", async () => {
		const folder = temporaryFolder();
		writeFileSync(join(folder, "good.txt"), page);
		writeFileSync(join(folder, "meta.json"), "[1, 2");
		const corpus = join(folder, "corpus");
		const refused = await isnadHere(["ingest", folder, "--corpus", corpus]);
		expect(refused.stderr).toMatch(/meta\.json.*--no-meta/);
		expect(isOneLine(refused.stderr)).toBe(true);
		expect(refused.status).toBe(1);
		const taken = await isnadHere(["ingest", folder, "--corpus", corpus, "--no-meta"]);
		expect(taken.status).toBe(0);
	});

	it("leaves the old corpus or the new one behind when it is killed", async () => {
		const folder = temporaryFolder();
		const corpus = join(folder, "corpus");
		writeFileSync(join(folder, "good.txt"), page);
		expect((await isnadHere(["ingest", join(folder, "good.txt"), "--corpus", corpus])).status).toBe(
			0,
		);
		const pages = join(folder, "pages");
		mkdirSync(pages);
		for (let n = 0; n < 40; n++)
			writeFileSync(
				join(pages, `p${n}.txt`),
				`${other}\nStory ${n}: ${`word${n}x `.repeat(40)}.\n`,
			);
		const child = start(["ingest", pages, "--corpus", corpus]);
		const end = ended(child);
		setTimeout(() => child.kill("SIGKILL"), 500);
		await end;
		const { status, stdout, stderr } = await isnadHere(["sources", "--corpus", corpus, "--json"]);
		expect([status, stderr]).toEqual([0, ""]);
		expect([1, 41]).toContain(JSON.parse(stdout).total);
		expect((await isnadHere(["ingest", pages, "--corpus", corpus])).status).toBe(0);
		expect(articlesOf(corpus).length).toBeGreaterThan(1);
	});
});

describe("a corpus that is not as it should be", () => {
	it("serves what is whole and names what is damaged", async () => {
		const folder = temporaryFolder();
		const corpus = join(folder, "corpus");
		writeFileSync(join(folder, "one.txt"), page);
		writeFileSync(join(folder, "two.txt"), other);
		await isnadHere(["ingest", folder, "--corpus", corpus]);
		const files = readdirSync(join(corpus, "articles"));
		expect(files).toHaveLength(2);
		writeFileSync(join(corpus, "articles", files[0] ?? ""), '{"id": "');
		const { status, stdout, stderr } = await isnadHere(["sources", "--corpus", corpus, "--json"]);
		expect(JSON.parse(stdout).total).toBe(1);
		expect(stderr).toContain(files[0]);
		expect(status).toBe(0);
		const doctor = await isnadHere(["doctor", "--corpus", corpus]);
		expect(doctor.stdout).toMatch(new RegExp(`WRONG.*${files[0]}`));
		expect(doctor.status).toBe(1);
	});

	it("refuses one of a newer version", async () => {
		const folder = temporaryFolder();
		writeFileSync(
			join(folder, "corpus.json"),
			'{"format":"isnad-corpus","version":99,"articles":[]}',
		);
		const { status, stderr } = await isnadHere(["claims", "x", "--corpus", folder]);
		expect(stderr).toMatch(/version 99/);
		expect(isOneLine(stderr)).toBe(true);
		expect(status).toBe(1);
	});
});
