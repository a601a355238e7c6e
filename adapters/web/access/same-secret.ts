import { createHash, timingSafeEqual } from "node:crypto";

/** In a time that tells nothing of how much of it was right, nor how long the right one is. */
export function isSameSecret(given: string, right: string): boolean {
	const hash = (text: string) => createHash("sha256").update(text).digest();
	return timingSafeEqual(hash(given), hash(right));
}
