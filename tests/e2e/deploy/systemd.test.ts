import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Environment } from "../../../src/app/environment.ts";
import { project, temporaryFolder } from "../run.ts";

const unit = readFileSync(join(project, "deploy", "isnad.service"), "utf8");
const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;
/** Of ten; what systemd itself calls OK ends at 4.9. */
const mostExposure = 2;

describe("the systemd unit", () => {
	it("names settings that there are, and keeps its state where systemd makes the folder", () => {
		const set = [...unit.matchAll(/^Environment=(\w+)=(.*)$/gm)].map(([, name, value]) => [
			name,
			value,
		]);
		for (const [name = ""] of set) expect(Object.keys(Environment.shape)).toContain(name);
		const [, folder] = /^StateDirectory=(.+)$/m.exec(unit) ?? [];
		expect(set).toEqual([["ISNAD_DATA", `/var/lib/${folder}`]]);
	});

	it.skipIf(!hasSystemd)(
		"is taken by systemd, and exposes little (skipped: no systemd-analyze here)",
		() => {
			const file = join(temporaryFolder(), "isnad.service");
			// Nothing is installed where the unit says: its program is another one here.
			writeFileSync(file, unit.replaceAll("/opt/isnad/node_modules/.bin/node", process.execPath));
			const verified = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
			expect([verified.status, verified.stderr]).toEqual([0, ""]);
			const limit = `--threshold=${mostExposure * 10}`;
			const judged = spawnSync("systemd-analyze", ["security", "--offline=true", limit, file], {
				encoding: "utf8",
			});
			expect([judged.status, judged.stdout]).toEqual([
				0,
				expect.stringContaining("exposure level"),
			]);
		},
	);
});
