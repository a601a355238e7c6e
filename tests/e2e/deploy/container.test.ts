import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { Environment } from "../../../src/app/environment.ts";
import { openWebServer } from "../../servers/web/own.ts";
import { project, temporaryFolder } from "../run.ts";
import { installInto } from "./installed.ts";
import { readYaml, type Yaml } from "./plain-yaml.ts";

const run = promisify(execFile);
const textOf = (path: string) => readFileSync(join(project, path), "utf8");
const settings = new Set(Object.keys(Environment.shape));

/** Orders of the Containerfile, one a line, and those of its last stage. */
const orders = textOf("Containerfile")
	.replace(/^#.*$/gm, "")
	.replace(/\\\n\s*/g, "")
	.split("\n")
	.filter(Boolean)
	.map((line) => {
		const [, word = "", rest = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
		return { word, rest };
	});
const last = orders.slice(orders.findLastIndex(({ word }) => word === "FROM"));
const of = (word: string) => last.filter((order) => order.word === word).map(({ rest }) => rest);
const copied = of("COPY")
	.filter((rest) => !rest.startsWith("--from"))
	.flatMap((rest) => rest.split(" ").slice(0, -1));
const env = Object.fromEntries(
	of("ENV")
		.flatMap((rest) => rest.split(" "))
		.map((one) => one.split("=")),
);

describe("the Containerfile", () => {
	it("copies what is there, and nothing else reaches the builder", () => {
		for (const path of copied)
			expect([path, existsSync(join(project, path))]).toEqual([path, true]);
		const let_through = textOf(".dockerignore")
			.match(/^!.+$/gm)
			?.map((line) => line.slice(1));
		expect(new Set(let_through)).toEqual(new Set([...copied, "package-lock.json"]));
		expect(textOf(".dockerignore").split("\n")).toContain("*");
	});

	it("runs as nobody in particular, with settings that there are, and keeps its state in a volume", () => {
		expect(of("USER")).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)]);
		for (const name of Object.keys(env).filter((name) => name !== "NODE_ENV"))
			expect([name, settings.has(name)]).toEqual([name, true]);
		expect(of("EXPOSE")).toEqual([env["PORT"]]);
		expect(of("VOLUME")).toEqual([env["ISNAD_DATA"]]);
		expect(of("ENTRYPOINT")).toEqual(['["node", "src/main.ts"]']);
		const images = orders.filter(({ word }) => word === "FROM").map(({ rest }) => rest);
		const { engines } = JSON.parse(textOf("package.json")) as { engines: { node: string } };
		const least = engines.node.replace(/\D/g, "");
		for (const image of images) expect(image).toMatch(new RegExp(`/node:${least}-\\w+-slim`));
		expect(textOf("Containerfile")).not.toMatch(/TOKEN|SECRET|PASSWORD/);
	});

	it("tells whether it is well by asking itself", async () => {
		const [check = ""] = of("HEALTHCHECK");
		const [program, ...args] = JSON.parse(check.slice(check.indexOf("["))) as string[];
		expect(program).toBe("node");
		const server = await openWebServer();
		const options = { env: { PORT: String(server.port) } };
		await run(process.execPath, args, options);
		await server.stop();
		await expect(run(process.execPath, args, options)).rejects.toMatchObject({ code: 1 });
	});

	it("holds everything that the program needs: each of its files is read, and it answers", async () => {
		const folder = temporaryFolder();
		installInto(folder, copied);
		const before = readdirSync(folder, { recursive: true }).toSorted();
		const data = temporaryFolder();
		// Each file is compiled once for the three of them.
		const shared = { NODE_COMPILE_CACHE: join(data, "compiled"), PATH: process.env["PATH"] };
		const options = { cwd: folder, env: { ...env, ...shared, ISNAD_DATA: data } };
		const isnad = async (...args: string[]) =>
			(await run(process.execPath, ["src/main.ts", ...args], options)).stdout;
		const reading = `
			const { globSync } = await import("node:fs");
			const files = globSync("{src,adapters}/**/*.ts").filter((f) => !/(main|process|worker)\\.ts$/.test(f));
			for (const file of files) await import("./" + file);
			console.log(files.length);`;
		const read = await run(process.execPath, ["--input-type=module", "-e", reading], options);
		const [doctor, answer] = await Promise.all([
			isnad("doctor"),
			isnad("claims", "china drones", "--json"),
		]);
		expect(doctor).not.toContain("WRONG");
		expect(JSON.parse(answer)).toMatchObject({ answered: true });
		expect(Number(read.stdout)).toBeGreaterThan(500);
		// Its root may be read-only.
		expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(before);
	});
});

describe("compose.yaml", () => {
	type Service = {
		[key: string]: Yaml;
		environment: Record<string, string>;
		volumes: string[];
	};
	const compose = readYaml(textOf("compose.yaml")) as {
		services: Record<"isnad" | "postgres", Service>;
		volumes: Record<string, Yaml>;
		networks: Record<string, Yaml>;
	};
	const { isnad, postgres } = compose.services;

	it("builds the Containerfile with settings that there are, and asks for every secret", () => {
		expect(isnad["build"]).toEqual({ context: ".", dockerfile: "Containerfile" });
		for (const name of Object.keys(isnad.environment))
			expect([name, settings.has(name)]).toEqual([name, true]);
		expect(isnad["env_file"]).toEqual([".env"]);
		const asked = ["$", "{POSTGRES_PASSWORD:?set it in .env}"].join("");
		expect(postgres.environment["POSTGRES_PASSWORD"]).toBe(asked);
		const address = isnad.environment["DATABASE_URL"]?.replace(asked, "x") ?? "";
		expect(new URL(address)).toMatchObject({ protocol: "postgres:", hostname: "postgres" });
		expect(new URL(address).username).toBe(postgres.environment["POSTGRES_USER"]);
		expect(new URL(address).pathname).toBe(`/${postgres.environment["POSTGRES_DB"]}`);
		for (const [name, value] of Object.entries(env))
			if (name in isnad.environment) expect(isnad.environment[name]).toBe(value);
	});

	it("keeps state in volumes, and the rest of the container as it was built", () => {
		const declared = Object.keys(compose.volumes);
		for (const { volumes } of [isnad, postgres])
			for (const volume of volumes) expect(declared).toContain(volume.split(":")[0]);
		expect(isnad.volumes.map((volume) => volume.split(":")[1])).toEqual([env["ISNAD_DATA"]]);
		expect(isnad).toMatchObject({ read_only: true, cap_drop: ["ALL"], tmpfs: ["/tmp"] });
		expect(isnad["ports"]).toEqual([`127.0.0.1:${env["PORT"]}:${env["PORT"]}`]);
	});

	it("waits for a database of one major version, which nothing else reaches", () => {
		expect(postgres["image"]).toMatch(/\/postgres:\d+$/);
		expect(isnad["depends_on"]).toEqual({ postgres: { condition: "service_healthy" } });
		expect(postgres["healthcheck"]).toHaveProperty("test");
		expect(postgres).not.toHaveProperty("ports");
		expect(postgres["networks"]).toEqual(["state"]);
		expect(compose.networks).toEqual({ state: { internal: true } });
	});
});
