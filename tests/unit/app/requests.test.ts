import { PassThrough } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { createLogger } from "../../../src/app/log.ts";
import { asNewRequest, asRequest, requestId } from "../../../src/app/requests.ts";

function logOf(format: "text" | "json") {
	const out = new PassThrough();
	const log = createLogger({ format, level: "info" }, out, () => 0);
	return {
		log,
		lines: () =>
			String(out.read() ?? "")
				.trim()
				.split("\n"),
	};
}

it("stands in every line logged for it, also behind what it waits for, and in no other", async () => {
	const { log, lines } = logOf("json");
	const work = (name: string) =>
		asNewRequest(async () => {
			log("info", name);
			await delay(1);
			log("warn", name, { code: "x" });
			await Promise.reject(new Error("x")).catch(() => log("error", name));
		}, name);
	log("info", "outside");
	await Promise.all([work("one"), work("two")]);
	log("info", "outside");
	const read = lines().map((line) => JSON.parse(line) as Record<string, string>);
	expect(read).toHaveLength(8);
	for (const { msg, request } of read) expect(request).toBe(msg === "outside" ? undefined : msg);
});

it("stands in lines for people too", () => {
	const { log, lines } = logOf("text");
	asNewRequest(() => log("info", "Said.", { code: "x" }), "abc");
	asNewRequest(() => log("info", "Said."), "abc");
	expect(lines()).toEqual(["Said. (code=x, request=abc)", "Said. (request=abc)"]);
});

it("is that of the request that it is a part of, unless it is one of its own", () => {
	expect(requestId()).toBeUndefined();
	const seen = asRequest(() => {
		const outer = requestId();
		return [outer, asRequest(() => requestId()), asNewRequest(() => requestId())];
	});
	expect(seen[0]).toMatch(/^[\w-]{12}$/);
	expect(seen[1]).toBe(seen[0]);
	expect(seen[2]).not.toBe(seen[0]);
});
