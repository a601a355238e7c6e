import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished, vi } from "vitest";

const linux = process.platform === "linux";
const script = fileURLToPath(new URL("hold-intake.ts", import.meta.url));

/** A server that holds an intake, and its number and that of the process that reads. */
async function started(env: NodeJS.ProcessEnv = {}) {
	const folder = mkdtempSync(join(tmpdir(), "isnad-child-"));
	const server = spawn(process.execPath, [script, folder], {
		env: { ...process.env, ...env },
		stdio: ["ignore", "pipe", "inherit"],
	});
	onTestFinished(() => {
		server.kill("SIGKILL");
		rmSync(folder, { recursive: true, force: true });
	});
	const [line] = (await once(server.stdout, "data")) as [Buffer];
	return { server, child: Number(line.toString()) };
}

const isRunning = (pid: number) => {
	try {
		// What has ended and was not asked about is still in the table of processes.
		return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
	} catch {
		return false;
	}
};

it.skipIf(!linux)(
	"the process that reads pages is told no secret and goes behind people",
	async () => {
		const { child } = await started({ SLACK_BOT_TOKEN: "xoxb-secret", ISNAD_MODEL_KEY: "key" });
		const environment = readFileSync(`/proc/${child}/environ`, "utf8");
		expect(environment).not.toMatch(/SLACK|ISNAD|secret/);
		expect(environment).toMatch(/PATH=/);
		const stat = readFileSync(`/proc/${child}/stat`, "utf8");
		expect(Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16])).toBe(10);
	},
);

it.skipIf(!linux)(
	"the process that reads pages ends with a server that was killed, and not before",
	async () => {
		const { server, child } = await started();
		process.kill(child, "SIGTERM");
		process.kill(child, "SIGINT");
		expect(isRunning(child)).toBe(true);
		server.kill("SIGKILL");
		await vi.waitFor(() => expect(isRunning(child)).toBe(false), { timeout: 20_000, interval: 20 });
	},
);
