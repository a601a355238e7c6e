import { createHash } from "node:crypto";

/** What a program shows: `isnad_`, its id, and its secret. */
type Shown = { id: string; secret: string };

const idLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
const idLength = 10;
/** 256 bits: nobody tries them all, so that a plain hash of them is enough. */
const secretBytes = 32;
const form = /^isnad_([a-z0-9]{10})_([\w-]{43})$/;

/** A new one; `random`: so many bytes that nobody guesses. */
export function makeToken(random: (bytes: number) => Uint8Array): Shown & { token: string } {
	let id = "";
	// Bytes beyond the last whole multiple would make some letters likelier than others.
	while (id.length < idLength)
		for (const byte of random(idLength))
			if (byte < 252 && id.length < idLength) id += idLetters[byte % idLetters.length];
	const secret = Buffer.from(random(secretBytes)).toString("base64url");
	return { id, secret, token: `isnad_${id}_${secret}` };
}

/** Null where a text has not the form of a token. */
export function readToken(text: string): Shown | null {
	const [, id, secret] = form.exec(text) ?? [];
	return id !== undefined && secret !== undefined ? { id, secret } : null;
}

/** What of a secret is kept: its SHA-256, hex. */
export function hashOf(secret: string): string {
	return createHash("sha256").update(secret).digest("hex");
}
