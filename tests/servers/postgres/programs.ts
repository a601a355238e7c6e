import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

const needed = ["initdb", "postgres", "psql"];
const debian = "/usr/lib/postgresql";

/** The folder with PostgreSQL's programs: beside the `postgres` of the PATH, or Debian's newest. */
export function programs(): string | undefined {
	// For a look at what runs where nothing is installed.
	if (process.env.ISNAD_TEST_POSTGRES === "off") return undefined;
	const found = (process.env.PATH ?? "")
		.split(delimiter)
		.map((folder) => join(folder, "postgres"))
		.filter((path) => existsSync(path))
		.map((path) => dirname(realpathSync(path)));
	if (existsSync(debian)) {
		const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
		found.push(...versions.map((version) => join(debian, version, "bin")));
	}
	return found.find((folder) => needed.every((name) => existsSync(join(folder, name))));
}

/** PostgreSQL refuses to run as root: it then runs as the user `postgres`, where there is one. */
export function owner(): { uid?: number; gid?: number } | undefined {
	if (process.getuid?.() !== 0) return {};
	const { stdout } = spawnSync("id", ["-u", "postgres"], { encoding: "utf8" });
	const uid = Number.parseInt(stdout, 10);
	return Number.isNaN(uid) ? undefined : { uid, gid: uid };
}

/** What a test that needs a server says where it is left out; undefined where it can run. */
export function whyNoServer(): string | undefined {
	return programs() && owner() ? undefined : "needs PostgreSQL's programs, and a user for them";
}
