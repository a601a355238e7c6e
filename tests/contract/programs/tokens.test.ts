import { afterEach, describe, expect, it } from "vitest";
import { hashOf, makeToken, readToken } from "../../../adapters/shared/access-token.ts";
import { isSameSecret } from "../../../adapters/web/access/same-secret.ts";
import { type Doors, openTestDoors } from "../../servers/programs/doors.ts";
import { harbourArticles } from "../../servers/reader/articles.ts";

let doors: Doors | undefined;
afterEach(async () => {
	await doors?.close();
	doors = undefined;
});

const publicEnv = {
	PUBLIC_URL: "https://isnad.example",
	ISNAD_READER_SECRET: "sixteen letters here",
};
const open = async (env: Record<string, string> = {}) => {
	doors = await openTestDoors(harbourArticles(), env);
	return doors;
};
const paths = ["/api/v1/sources", "/api/v1/openapi.json", "/api/v1/articles/harbour", "/mcp"];

/** Status and code of a request; of one that was answered the status alone. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<string> {
	const response = await fetch(doors?.url(path) ?? "", { headers });
	const told = (await response.json().catch(() => ({}))) as { code?: string };
	return [response.status, told.code].filter(Boolean).join(" ");
}
/** Another one in its last letter. */
const almost = (token: string) => token.slice(0, -1) + (token.endsWith("A") ? "B" : "A");
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("a token", () => {
	it("is made of an id and 256 bits that nobody sees again", () => {
		let byte = 0;
		const made = makeToken((count) => Uint8Array.from({ length: count }, () => byte++ % 256));
		expect(made.token).toMatch(/^isnad_[a-z0-9]{10}_[\w-]{43}$/);
		const { id, secret } = made;
		expect(readToken(made.token)).toEqual({ id, secret });
		const hash = hashOf(secret);
		expect(isSameSecret(hashOf(secret), hash)).toBe(true);
		expect(isSameSecret(hashOf(`${secret.slice(0, -1)}!`), hash)).toBe(false);
		expect(isSameSecret(hashOf(secret), "")).toBe(false);
		for (const text of [
			"",
			"isnad_",
			made.token.slice(1),
			`${made.token}x`,
			made.token.toUpperCase(),
		])
			expect(readToken(text)).toBeNull();
	});

	it("opens every door, and none is open without one where others reach the server", async () => {
		const { token } = await open(publicEnv);
		for (const path of paths) expect(await ask(path)).toBe("401 token_missing");
		const held = await token("desk");
		for (const path of paths.slice(0, 3)) expect(await ask(path, bearer(held))).toBe("200");
		// The reader's own pages and secret are another matter.
		expect(await ask("/api/v1/sources", { cookie: "isnad_reader=1" })).toBe("401 token_missing");
	});

	it("is not needed by whoever sits at the machine until one is made, and then by them too", async () => {
		const { token, tokens } = await open();
		expect(await ask("/api/v1/sources")).toBe("200");
		for (const headers of [
			{ "x-forwarded-for": "203.0.113.9" },
			{ via: "1.1 proxy" },
			{ forwarded: "for=203.0.113.9" },
		])
			expect(await ask("/api/v1/sources", headers)).toBe("401 token_missing");
		const held = await token("desk");
		expect(await ask("/api/v1/sources")).toBe("401 token_missing");
		expect(await ask("/api/v1/sources", bearer(held))).toBe("200");
		// To revoke the last one opens nothing again.
		await tokens.revoke((await tokens.list())[0]?.id ?? "", 1);
		expect(await ask("/api/v1/sources")).toBe("401 token_missing");
	});

	it("lets nobody in once it is revoked or over, or where anything of it is another", async () => {
		const { token, tokens, clock } = await open(publicEnv);
		const held = await token("desk", { expires: "2026-01-16" });
		const other = await token("other");
		expect(await ask("/api/v1/sources", bearer(held))).toBe("200");
		const mixed = held.slice(0, 17) + other.slice(17);
		for (const wrong of [mixed, held.slice(0, -1), almost(held), "x", "isnad_aaaaaaaaaa_"])
			expect(await ask("/api/v1/sources", bearer(wrong))).toBe("401 token_refused");
		for (const authorization of ["", "Bearer", `Basic ${held}`, held])
			expect(await ask("/api/v1/sources", { authorization })).toBe("401 token_refused");
		clock.now = Date.UTC(2026, 0, 16, 23, 59);
		expect(await ask("/api/v1/sources", bearer(held))).toBe("200");
		clock.now = Date.UTC(2026, 0, 17);
		expect(await ask("/api/v1/sources", bearer(held))).toBe("401 token_refused");
		const { id = "" } = (await tokens.list()).find(({ name }) => name === "other") ?? {};
		expect(await ask("/api/v1/sources", bearer(other))).toBe("200");
		await tokens.revoke(id, clock.now);
		expect(await ask("/api/v1/sources", bearer(other))).toBe("401 token_refused");
	});

	it("keeps the day on which it was used last, and nothing else of it", async () => {
		const { token, tokens, clock } = await open(publicEnv);
		const held = await token("desk");
		const used = async () => (await tokens.list())[0]?.lastUsed;
		expect(await used()).toBeNull();
		await ask("/api/v1/sources", bearer(held));
		expect(await used()).toBe("2026-01-15");
		clock.now += 86_400_000;
		await ask("/api/v1/sources", bearer(held));
		expect(await used()).toBe("2026-01-16");
	});

	it("may take so much at once, and another one its own", async () => {
		const { token } = await open(publicEnv);
		const [one, two] = [await token("one"), await token("two")];
		const path = "/api/v1/openapi.json";
		const seen: string[] = [];
		for (let n = 0; n < 121; n++) seen.push(await ask(path, bearer(one)));
		expect(seen.filter((each) => each === "200")).toHaveLength(120);
		expect(seen.at(-1)).toBe("429 too_many_requests");
		const waits = await fetch(doors?.url(path) ?? "", { headers: bearer(one) });
		expect(waits.headers.get("retry-after")).toBe("1");
		expect(await ask(path, bearer(two))).toBe("200");
	});

	it("is not guessed: whoever tries is soon told to wait, also with the right one", async () => {
		const { token, clock } = await open(publicEnv);
		const held = await token("desk");
		const seen: string[] = [];
		for (let n = 0; n < 24; n++) seen.push(await ask("/api/v1/sources", bearer(almost(held))));
		expect(new Set(seen)).toEqual(new Set(["401 token_refused", "429 too_many_requests"]));
		expect(await ask("/api/v1/sources", bearer(held))).toBe("429 too_many_requests");
		expect(seen.filter((each) => each.startsWith("401"))).toHaveLength(12);
		clock.now += 1_000;
		expect(await ask("/api/v1/sources", bearer(held))).toBe("429 too_many_requests");
		clock.now += 1_000;
		expect(await ask("/api/v1/sources", bearer(held))).toBe("200");
	});
});

describe("a page of another origin", () => {
	it("asks nothing, with a token or without", async () => {
		const { token } = await open();
		for (const origin of ["https://elsewhere.example", "null", "http://127.0.0.1:1"])
			for (const path of paths) expect(await ask(path, { origin })).toBe("403 origin_refused");
		const held = await token("desk");
		expect(await ask("/mcp", { origin: "https://elsewhere.example", ...bearer(held) })).toBe(
			"403 origin_refused",
		);
		const plain = await fetch(doors?.url("/api/v1/sources") ?? "", { headers: bearer(held) });
		expect(plain.headers.get("access-control-allow-origin")).toBeNull();
	});

	it("asks where an operator named it", async () => {
		const origin = "https://desk.example";
		const { token, url } = await open({ ISNAD_API_ORIGINS: origin });
		const held = await token("desk");
		const asks = await fetch(url("/api/v1/sources"), { headers: { origin, ...bearer(held) } });
		expect(asks.status).toBe(200);
		expect(asks.headers.get("access-control-allow-origin")).toBe(origin);
		const before = await fetch(url("/mcp"), {
			method: "OPTIONS",
			headers: { origin, "access-control-request-method": "POST" },
		});
		expect(before.headers.get("access-control-allow-headers")).toContain("Authorization");
		const other = { method: "OPTIONS", headers: { origin: "https://other.example" } };
		const refused = await fetch(url("/api/v1/sources"), other);
		expect(refused.headers.get("access-control-allow-origin")).toBeNull();
		expect(await ask("/api/v1/sources", { origin: "https://other.example", ...bearer(held) })).toBe(
			"403 origin_refused",
		);
	});
});
