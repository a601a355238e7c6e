import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { IsnadError } from "../../domain/errors.ts";
import type { Seal } from "../../domain/state/installations.ts";

const algorithm = "aes-256-gcm";
/** Bytes, as NIST SP 800-38D recommends them. */
const nonceBytes = 12;
const tagBytes = 16;

/** Whether a text is a key: 32 bytes in base64. */
export function isTokenKey(text: string): boolean {
	return /^[A-Za-z0-9+/]{43}=$/.test(text) && Buffer.from(text, "base64").length === 32;
}

/**
 * AES-256-GCM under the operator's keys: the first one seals, each opens what it sealed. What a sealed
 * text belongs to is authenticated with it, so that a row which is copied over another one opens nothing.
 */
export function sealUnder(keys: readonly string[]): Seal {
	const byId = new Map(
		keys.map((text) => {
			const key = Buffer.from(text, "base64");
			return [keyIdOf(key), key] as const;
		}),
	);
	const [first] = byId;
	if (!first)
		throw new IsnadError(
			"config_invalid",
			"ISNAD_TOKEN_KEY is not set: make a key with openssl rand -base64 32 and keep a copy of it.",
		);
	const [keyId, key] = first;
	return {
		keyId,
		seal(text, about) {
			const nonce = randomBytes(nonceBytes);
			const cipher = createCipheriv(algorithm, key, nonce);
			cipher.setAAD(Buffer.from(about));
			const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
			const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64");
			return { sealed, keyId };
		},
		open(kept, about) {
			const own = byId.get(kept.keyId);
			if (!own)
				throw new IsnadError(
					"config_invalid",
					`ISNAD_TOKEN_KEY lacks the key ${kept.keyId.slice(0, 16)}, under which tokens are kept: name it behind the new one, with a comma between.`,
				);
			return openUnder(own, kept.sealed, about);
		},
	};
}

function openUnder(key: Buffer, sealed: string, about: string): string {
	try {
		const bytes = Buffer.from(sealed, "base64");
		const nonce = bytes.subarray(0, nonceBytes);
		const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
		decipher.setAAD(Buffer.from(about));
		decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
		const body = bytes.subarray(nonceBytes + tagBytes);
		return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
	} catch (error) {
		const sentence = "What is kept of an installation was changed: install the app there again.";
		throw new IsnadError("data_invalid", sentence, { cause: error });
	}
}

function keyIdOf(key: Buffer): string {
	return createHash("sha256").update("isnad token key").update(key).digest("hex").slice(0, 12);
}
