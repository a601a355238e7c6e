import { isLoopback, isProxied } from "../access/client-address.ts";
import { isSameSecret } from "../access/same-secret.ts";

type Asks = { from: string | undefined; headers: Readonly<Record<string, string | undefined>> };

/** Whether a request may see how the program does: from this machine itself, or with the token. */
export function mayLook({ from = "", headers }: Asks, token: string | undefined): boolean {
	if (isLoopback(from) && !isProxied((name) => headers[name])) return true;
	const [, given] = /^Bearer +(\S+)$/i.exec(headers["authorization"] ?? "") ?? [];
	return token !== undefined && given !== undefined && isSameSecret(given, token);
}
