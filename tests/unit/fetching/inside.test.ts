import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAddress } from "../../../src/fetching/address.ts";
import { isOutside } from "../../../src/fetching/inside.ts";

const none = new Set<string>();
type V4 = [number, number, number, number];
const byte = fc.integer({ min: 0, max: 255 });

/** IPv4 networks that are inside of something: first address, and bits that are fixed. */
const insideNetworks: [V4, number][] = [
	[[0, 0, 0, 0], 8],
	[[10, 0, 0, 0], 8],
	[[100, 64, 0, 0], 10],
	[[127, 0, 0, 0], 8],
	[[169, 254, 0, 0], 16],
	[[172, 16, 0, 0], 12],
	[[192, 0, 0, 0], 24],
	[[192, 168, 0, 0], 16],
	[[198, 18, 0, 0], 15],
	[[224, 0, 0, 0], 4],
	[[240, 0, 0, 0], 4],
];

const numberOf = (v4: V4) => v4.reduce((sum, part) => sum * 256 + part, 0);
const v4Of = (n: number): V4 => [
	Math.floor(n / 2 ** 24),
	Math.floor(n / 2 ** 16) % 256,
	Math.floor(n / 2 ** 8) % 256,
	n % 256,
];

const inside: fc.Arbitrary<V4> = fc
	.tuple(fc.constantFrom(...insideNetworks), fc.nat(2 ** 32 - 1))
	.map(([[network, bits], any]) => v4Of(numberOf(network) + (any % 2 ** (32 - bits))));

const octal = (n: number) => `0${n.toString(8)}`;
const hex = (n: number) => `0x${n.toString(16)}`;
const pair = (a: number, b: number) => (a * 256 + b).toString(16);

/** Every way in which URLs let an IPv4 address be written. */
const spellings: ((v4: V4) => string)[] = [
	(v4) => v4.join("."),
	(v4) => `${v4.join(".")}.`,
	(v4) => String(numberOf(v4)),
	(v4) => hex(numberOf(v4)),
	(v4) => octal(numberOf(v4)),
	(v4) => v4.map(octal).join("."),
	(v4) => v4.map(hex).join("."),
	([a, b, c, d]) => `${a}.${octal(b)}.${hex(c)}.${d}`,
	([a, b, c, d]) => `${a}.${b * 65_536 + c * 256 + d}`,
	([a, b, c, d]) => `${hex(a)}.${b}.${c * 256 + d}`,
	(v4) => v4.join("。"),
	(v4) =>
		[...v4.join(".")]
			.map((c) => (c === "." ? "." : String.fromCodePoint(0xff10 + Number(c))))
			.join(""),
	(v4) => v4.join(".").replace(/\d/, (c) => `%3${c}`),
	([a, b, c, d]) => `[::ffff:${a}.${b}.${c}.${d}]`,
	([a, b, c, d]) => `[::ffff:${pair(a, b)}:${pair(c, d)}]`,
	([a, b, c, d]) => `[0:0:0:0:0:FFFF:${pair(a, b)}:${pair(c, d)}]`,
	([a, b, c, d]) => `[::${a}.${b}.${c}.${d}]`,
	([a, b, c, d]) => `[64:ff9b::${pair(a, b)}:${pair(c, d)}]`,
	([a, b, c, d]) => `[64:ff9b:1::${pair(a, b)}:${pair(c, d)}]`,
	([a, b, c, d]) => `[2002:${pair(a, b)}:${pair(c, d)}::1]`,
	([a, b, c, d]) => `[2001:0:1234::${pair(a, b)}:${pair(c, d)}]`,
	([a, b, c, d]) => `[::ffff:0:${pair(a, b)}:${pair(c, d)}]`,
];

describe("an address inside of something", () => {
	it("is refused however it is written", () => {
		fc.assert(
			fc.property(inside, fc.constantFrom(...spellings), fc.boolean(), (v4, spell, secure) => {
				const address = `${secure ? "https" : "http"}://${spell(v4)}/feed`;
				expect(() => checkAddress(address, none), address).toThrow(
					expect.objectContaining({ code: "address_refused" }),
				);
			}),
			{ numRuns: 2_000 },
		);
	});

	it("is refused in IPv6: loopback, unspecified, link-local, unique local, multicast", () => {
		const heads = fc.constantFrom(
			"fe80",
			"febf",
			"fec0",
			"fc00",
			"fdff",
			"ff02",
			"ff0e",
			"100",
			"5f00",
		);
		const tail = fc.array(fc.nat(0xffff), { minLength: 7, maxLength: 7 });
		fc.assert(
			fc.property(heads, tail, (head, parts) => {
				expect(isOutside([head, ...parts.map((p) => p.toString(16))].join(":"))).toBe(false);
			}),
		);
		for (const text of [
			"::",
			"::1",
			"0:0:0:0:0:0:0:1",
			"fe80::1%eth0",
			"2606:4700::1%1",
			"2001:db8::1",
		])
			expect(isOutside(text), text).toBe(false);
	});

	it("is refused where clouds keep what their machines are told", () => {
		for (const text of [
			"169.254.169.254",
			"100.100.100.200",
			"192.0.0.192",
			"168.63.129.16",
			"fd00:ec2::254",
		])
			expect(isOutside(text), text).toBe(false);
	});

	it("is what no address at all is taken for", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				if (!/^[\d.]+$|:/.test(text)) expect(isOutside(text)).toBe(false);
			}),
		);
	});
});

describe("an address outside", () => {
	const outside = fc
		.tuple(byte, byte, byte, byte)
		.filter(
			([a, b]) =>
				a > 0 && a < 224 && ![10, 100, 127, 168, 169, 172, 192, 198, 203].includes(a) && b >= 0,
		);

	it("is let through in every plain spelling", () => {
		const plain = spellings.slice(0, 10);
		fc.assert(
			fc.property(outside, fc.constantFrom(...plain), (v4, spell) => {
				expect(checkAddress(`http://${spell(v4)}/`, none).host).toBe(v4.join("."));
				expect(isOutside(v4.join("."))).toBe(true);
			}),
		);
	});

	it("is let through in IPv6", () => {
		for (const text of ["2606:4700:4700::1111", "2a00:1450:4001:80b::200e", "2400:cb00::1"]) {
			expect(isOutside(text), text).toBe(true);
			expect(checkAddress(`https://[${text}]/`, none).host).toBe(
				new URL(`https://[${text}]`).hostname.slice(1, -1),
			);
		}
	});
});

describe("what else an address may not have", () => {
	it.each([
		["ftp://example.org/x", "address_refused", "address_refused_scheme"],
		["file:///etc/passwd", "address_refused", "address_refused_scheme"],
		["javascript:alert(1)", "address_refused", "address_refused_scheme"],
		["https://me:secret@example.org/", "address_refused", "address_refused_credentials"],
		["https://me@example.org/", "address_refused", "address_refused_credentials"],
		["http://example.org:22/", "address_refused", "address_refused_port"],
		["http://example.org:6379/", "address_refused", "address_refused_port"],
		["example.org/feed", "address_malformed", "address_malformed"],
		["", "address_malformed", "address_malformed"],
		["http://", "address_malformed", "address_malformed"],
		[`https://example.org/${"a".repeat(2_000)}`, "address_malformed", "address_malformed"],
	])("%s", (address, code, key) => {
		expect(() => checkAddress(address, none)).toThrow(
			expect.objectContaining({ code, told: expect.objectContaining({ key }) }),
		);
	});

	it("tells no password", () => {
		expect(() => checkAddress("https://me:secret@example.org/", none)).toThrow(
			expect.objectContaining({ message: expect.not.stringContaining("secret") }),
		);
	});

	it("is let through where an operator named that host and port, and no other", () => {
		const allowed = new Set(["127.0.0.1:8080", "intranet.example:80"]);
		expect(checkAddress("http://127.0.0.1:8080/feed", allowed).allowed).toBe(true);
		expect(checkAddress("http://0x7f.1:8080/feed", allowed).allowed).toBe(true);
		expect(checkAddress("http://intranet.example/", allowed).allowed).toBe(true);
		for (const address of ["http://127.0.0.1/", "http://127.0.0.1:8081/", "http://127.0.0.2:8080/"])
			expect(() => checkAddress(address, allowed)).toThrow(
				expect.objectContaining({ code: "address_refused" }),
			);
	});
});
