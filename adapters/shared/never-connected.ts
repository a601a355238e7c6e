/** Node's and undici's codes of connections that were never made: what was to be sent never left. */
const codes: ReadonlySet<string> = new Set([
	"ECONNREFUSED",
	"ENOTFOUND",
	"EAI_AGAIN",
	"EHOSTUNREACH",
	"ENETUNREACH",
	"UND_ERR_CONNECT_TIMEOUT",
]);

export function neverConnected(code: string): boolean {
	return codes.has(code);
}
