import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Ended, ended, isnadHere, isOneLine, project, temporaryFolder } from "./run.ts";

const main = join(project, "src", "main.ts");
const page = join(project, "tests", "fixtures", "known", "k06_american_nurses.txt");

/** Runs the program behind other words of a shell, which may take something from it first. */
function behind(shell: string[], args: string[], env: Record<string, string> = {}): Promise<Ended> {
	const [command = "", ...words] = [...shell, process.execPath, main, ...args];
	const child = spawn(command, words, {
		cwd: tmpdir(),
		env: { PATH: process.env.PATH ?? "", HOME: tmpdir(), ...env },
	});
	onTestFinished(() => void child.kill("SIGKILL"));
	child.stdin.end();
	return ended(child);
}

describe("a limit on open files", () => {
	it.each([24, 26, 30, 36])("of %i is named, and no file is called damaged", async (limit) => {
		const given = ["sh", "-c", `ulimit -n ${limit}; exec "$@"`, "sh"];
		const { status, stderr } = await behind(given, ["claims", "china drones"]);
		expect(stderr).toContain("ulimit -n");
		expect(stderr).not.toMatch(/damaged|missing|not there/);
		expect(isOneLine(stderr)).toBe(true);
		expect(status).toBe(1);
	});
});

/** A file system of `kilobytes`, seen by the command behind it alone. */
function smallDisk(folder: string, kilobytes: number, fill: string): string[] {
	const mount = `mount -t tmpfs -o size=${kilobytes}k none "${folder}"`;
	return ["unshare", "-rm", "sh", "-c", `${mount} && ${fill}; exec "$@"`, "sh"];
}

/** Namespaces of one's own are a matter of the system and its settings. */
const canMount = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;

describe.skipIf(!canMount)(
	"a full disk (skipped where a process may not mount a file system for itself)",
	() => {
		const full = (folder: string) =>
			smallDisk(folder, 256, `head -c 900000 /dev/zero > "${folder}/full" 2> /dev/null`);

		it("is named by doctor", async () => {
			const data = temporaryFolder();
			const { status, stdout } = await behind(full(data), ["doctor"], { ISNAD_DATA: data });
			expect(stdout).toMatch(/^WRONG storage: .*the disk is full: free some space/m);
			expect(status).toBe(1);
		});

		it("is named by doctor where there is room for an empty file, and none for a day's work", async () => {
			const data = temporaryFolder();
			const nearly = smallDisk(data, 256, "true");
			const { status, stdout } = await behind(nearly, ["doctor"], { ISNAD_DATA: data });
			expect(stdout).toMatch(/^WRONG storage: .*the disk is full/m);
			expect(status).toBe(1);
		});

		it.each([
			["ingest", (folder: string) => ["ingest", page, "--corpus", join(folder, "corpus")]],
			["the state", () => ["source", "list"]],
		])("is named by %s in one sentence", async (_, args) => {
			const data = temporaryFolder();
			const { status, stderr } = await behind(full(data), args(data), { ISNAD_DATA: data });
			expect(stderr).toMatch(/[Dd]isk( of .*)? is full/);
			expect(isOneLine(stderr)).toBe(true);
			expect(status).toBe(1);
		});
	},
);

describe("names with characters that a terminal obeys", () => {
	const esc = "\u001b";

	it("are written out wherever a file is named", async () => {
		const folder = temporaryFolder();
		const pages = join(folder, "pages");
		mkdirSync(pages);
		copyFileSync(page, join(pages, "good.txt"));
		writeFileSync(join(pages, `bad${esc}[31m${esc}]0;title\u0007\nWRONG.txt`), "short");
		writeFileSync(join(pages, `other${esc}[2J.pdf`), "x");
		const corpus = join(folder, "corpus");
		const asked = [
			["ingest", pages, "--corpus", corpus],
			["ingest", join(pages, `missing${esc}[1m.txt`), "--corpus", corpus],
			["claims", "x", "--corpus", join(folder, `none${esc}[1m`)],
			["backup", join(folder, "none", `b${esc}[1m`)],
			["restore", join(folder, `b${esc}[1m`)],
		];
		const env = { ISNAD_DATA: join(folder, "data") };
		await isnadHere(["source", "list"], { env });
		for (const args of asked) {
			const { stdout, stderr } = await isnadHere(args, { env });
			const written = stdout + stderr;
			expect(written).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
			if (args[1] !== pages) expect(written).toContain("\\x1b[1m");
			else expect(written).toContain("bad\\x1b[31m\\x1b]0;title\\x07\\nWRONG.txt");
		}
	});
});
