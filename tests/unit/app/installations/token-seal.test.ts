import { describe, expect, it } from "vitest";
import { readConfig } from "../../../../src/app/config.ts";
import { isTokenKey, sealUnder } from "../../../../src/app/installations/token-seal.ts";

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString("base64");

describe("what is sealed", () => {
	it("opens again under its key, and never looks the same twice", () => {
		const seal = sealUnder([keyOf(1)]);
		const [one, two] = [seal.seal("xoxb-secret", "T1"), seal.seal("xoxb-secret", "T1")];
		expect(seal.open(one, "T1")).toBe("xoxb-secret");
		expect(one.sealed).not.toBe(two.sealed);
		expect(Buffer.from(one.sealed, "base64").toString("latin1")).not.toContain("xoxb");
	});

	it("opens for nobody else: neither as another workspace's nor after a change of one byte", () => {
		const seal = sealUnder([keyOf(1)]);
		const kept = seal.seal("xoxb-secret", "T1");
		expect(() => seal.open(kept, "T2")).toThrow(/was changed/);
		const bytes = Buffer.from(kept.sealed, "base64");
		for (const at of [0, 12, bytes.length - 1]) {
			const changed = Buffer.from(bytes);
			changed[at] = (changed[at] ?? 0) ^ 1;
			const sealed = changed.toString("base64");
			expect(() => seal.open({ ...kept, sealed }, "T1")).toThrow(/install the app there again/);
		}
		expect(() => seal.open({ ...kept, sealed: "" }, "T1")).toThrow(/was changed/);
	});

	it("opens under an older key that stands behind the new one, and names the one that is missing", () => {
		const old = sealUnder([keyOf(1)]);
		const kept = old.seal("xoxb-secret", "T1");
		const both = sealUnder([keyOf(2), keyOf(1)]);
		expect(both.open(kept, "T1")).toBe("xoxb-secret");
		expect(both.seal("x", "T1").keyId).toBe(both.keyId);
		expect(both.keyId).not.toBe(kept.keyId);
		expect(() => sealUnder([keyOf(2)]).open(kept, "T1")).toThrow(
			new RegExp(`ISNAD_TOKEN_KEY lacks the key ${kept.keyId}`),
		);
		expect(() => sealUnder([])).toThrow(/ISNAD_TOKEN_KEY is not set/);
	});

	it.each([["short"], [Buffer.alloc(16).toString("base64")], [`${keyOf(1)}x`]])(
		"is under no key like %s",
		(text) => {
			expect(isTokenKey(text)).toBe(false);
			expect(() => readConfig({ ISNAD_TOKEN_KEY: text })).toThrow(
				/ISNAD_TOKEN_KEY must be 32 bytes/,
			);
		},
	);
});
