import { createHash, timingSafeEqual } from "node:crypto";

type Asks = { from: string | undefined; headers: Readonly<Record<string, string | undefined>> };

/** What proxies add: behind one on this machine, everybody comes from it. */
const ofProxies = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/** Whether a request may see how the program does: from this machine itself, or with the token. */
export function mayLook({ from, headers }: Asks, token: string | undefined): boolean {
	const isProxied = ofProxies.some((name) => headers[name] !== undefined);
	if (isLoopback(from) && !isProxied) return true;
	const [, given] = /^Bearer +(\S+)$/i.exec(headers["authorization"] ?? "") ?? [];
	return token !== undefined && given !== undefined && isSame(given, token);
}

function isLoopback(address: string | undefined): boolean {
	return address !== undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
}

/** In a time that tells nothing of how much of it is right. */
function isSame(given: string, token: string): boolean {
	const hash = (text: string) => createHash("sha256").update(text).digest();
	return timingSafeEqual(hash(given), hash(token));
}
