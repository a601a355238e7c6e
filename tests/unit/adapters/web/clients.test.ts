import { describe, expect, it } from "vitest";
import { clientOf, isLoopback } from "../../../../adapters/web/access/client-address.ts";
import { RateLimit } from "../../../../adapters/web/access/rate-limit.ts";
import { languageAsked } from "../../../../adapters/web/reader/asked-language.ts";

describe("whom a request is counted for", () => {
	const at = (remote: string, forwarded?: string, isBehindProxy = true) =>
		clientOf({ remote, forwarded, isBehindProxy });

	it.each([
		["an address", at("192.0.2.1"), "192.0.2.1"],
		["what a proxy of ours has added last", at("127.0.0.1", "10.0.0.1, 192.0.2.9"), "192.0.2.9"],
		["nobody else's word", at("192.0.2.1", "192.0.2.9"), "192.0.2.1"],
		["nor where there is no proxy", at("127.0.0.1", "192.0.2.9", false), "127.0.0.1"],
		["nor what is no address", at("127.0.0.1", "<b>"), "127.0.0.1"],
		["a network of IPv6", at("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2"],
		["the same written shortly", at("2001:db8::1"), "2001:db8:0:0"],
	])("%s", (_, client, right) => {
		expect(client).toBe(right);
	});

	it("knows this machine by its names", () => {
		for (const host of ["localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]", "::ffff:127.0.0.1"])
			expect(isLoopback(host), host).toBe(true);
		for (const host of ["0.0.0.0", "127.0.0.1.example", "localhost.example", "::", ""])
			expect(isLoopback(host), host).toBe(false);
	});
});

describe("what a client may take", () => {
	const rule = { burst: 4, perSecond: 2, mostClients: 3 };

	it("is used up, and comes back with time", () => {
		let now = 0;
		const limit = new RateLimit(rule, () => now);
		expect([1, 2, 1, 1].map((cost) => limit.take("a", cost))).toEqual([0, 0, 0, 500]);
		expect(limit.take("b", 4)).toBe(0);
		now = 500;
		expect(limit.take("a", 1)).toBe(0);
		expect(limit.take("a", 1)).toBe(500);
		now = -1_000;
		expect(limit.take("a", 1)).toBe(500);
	});

	it("is owed where more was charged than is left", () => {
		let now = 0;
		const limit = new RateLimit(rule, () => now);
		limit.charge("a", 7);
		expect(limit.take("a", 1)).toBe(2_000);
		now = 1_999;
		expect(limit.take("a", 1)).toBe(1);
		now = 2_000;
		expect(limit.take("a", 1)).toBe(0);
	});

	it("is remembered for so many clients alone", () => {
		const limit = new RateLimit(rule, () => 0);
		for (let n = 0; n < 1_000; n++) limit.take(`client ${n}`, 1);
		expect(limit.size).toBe(3);
	});
});

describe("the language of a page", () => {
	it.each([
		["ar", undefined, "ar"],
		["fr", "ar", "ar"],
		[undefined, "fr, ar-EG;q=0.8, en;q=0.5", "ar"],
		[undefined, "ar;q=0, en-GB", "en"],
		[undefined, "de;q=x, *", "en"],
		[undefined, ",;,".repeat(5_000), "en"],
		[undefined, undefined, "en"],
	])("of lang=%s and Accept-Language: %.20s is %s", (named, accepted, language) => {
		expect(languageAsked(named, accepted)).toBe(language);
	});
});
