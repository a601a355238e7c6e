import { createHmac, randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Asker } from "../../../domain/chat.ts";
import { IsnadError } from "../../../domain/errors.ts";
import { readRegular } from "../../../files/regular-file.ts";
import { reason, systemLimit } from "../../../files/system-error.ts";

const keyName = "answer-log.key";
const keyBytes = 32;

/** Stands for a person in the answer log: the same for the same person, and nobody can turn it back without the key. */
export type PersonHash = (asker: Asker) => string;

/**
 * With the key of this installation, which is made where there is none: whoever has the log alone
 * cannot try ids. Errors: `config_invalid`.
 */
export async function openPersonHash(data: string): Promise<PersonHash> {
	const key = await keyIn(data);
	return ({ place: { platform }, person }) =>
		createHmac("sha256", key).update(`${platform}:${person}`).digest("hex").slice(0, 32);
}

async function keyIn(data: string): Promise<Buffer> {
	const file = join(data, keyName);
	try {
		await mkdir(data, { recursive: true });
		// Whoever comes first makes it; everybody reads what stands there.
		await writeFile(file, randomBytes(keyBytes), { flag: "wx", mode: 0o600 }).catch(unlessThere);
		const key = await readRegular(file);
		if (key.length !== keyBytes)
			throw new Error(`it has ${key.length} bytes in the place of ${keyBytes}`);
		return key;
	} catch (error) {
		const mend = "make it readable, remove it so that a new one is made, or unset ISNAD_ANSWER_LOG";
		const sentence = `The key of the answer log ${file} cannot be used${reason(error, mend)}.`;
		throw systemLimit(error) ?? new IsnadError("config_invalid", sentence, { cause: error });
	}
}

function unlessThere(error: unknown): void {
	if ((error as { code?: string }).code !== "EEXIST") throw error;
}
