import { isIP } from "node:net";
import { IsnadError } from "../domain/errors.ts";
import { isOutside } from "./inside.ts";
import { longestAddress } from "./limits.ts";

/** `host:port` pairs that an operator lets through although they are inside, or of another port. */
export type AllowedAddresses = ReadonlySet<string>;

const webPorts: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/** Where a checked URL leads. */
export type Target = {
	url: URL;
	/** Without the brackets of IPv6 and a dot at its end. */
	host: string;
	port: number;
	/** Whether an operator named this host and port. */
	allowed: boolean;
};

/**
 * Reads an address that a stranger may have written. The URL's own rules turn every other way to
 * write an IPv4 address (decimal, octal, hexadecimal, short) into the usual one, so it is judged
 * after that. A name is judged once it is looked up.
 * Errors: `address_malformed`, `address_refused`.
 */
export function checkAddress(address: string, allowed: AllowedAddresses): Target {
	const text = address.trim();
	const url = text.length <= longestAddress && URL.canParse(text) ? new URL(text) : null;
	if (!url)
		throw new IsnadError(
			"address_malformed",
			`${shown(text)} is no web address: write it in full, such as https://example.org/feed.`,
			{ params: { address: shown(text) } },
		);
	const standard = webPorts[url.protocol];
	if (standard === undefined)
		throw refused(
			text,
			"scheme",
			"only http and https are read: give the address of a web page or feed",
		);
	if (url.username || url.password)
		throw refused(text, "credentials", "it holds a name or a password: leave them out");
	const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
	if (!host) throw refused(text, "scheme", "it names no host");
	const port = url.port ? Number(url.port) : standard;
	const target = { url, host, port, allowed: allowed.has(`${host}:${port}`) };
	if (target.allowed) return target;
	if (port !== 80 && port !== 443)
		throw refused(
			text,
			"port",
			`its port ${port} is not one of the web's: an operator can allow it in ISNAD_ALLOW_ADDRESSES`,
		);
	if (isIP(host) && !isOutside(host)) throw insideRefused(text);
	return target;
}

/** One address that a host's name stands for. */
export type ResolvedAddress = { address: string; family: 4 | 6 };

/**
 * The addresses that may be connected to; all of them have to be outside, since a name that stands
 * for an inside address beside others is made to reach it. Errors: `address_refused`, `fetch_failed`.
 */
export function checkResolved(
	target: Target,
	addresses: readonly ResolvedAddress[],
	allowed: AllowedAddresses,
): readonly ResolvedAddress[] {
	if (addresses.length === 0) throw unknownHost(target);
	if (target.allowed) return addresses;
	const isAllowed = ({ address }: ResolvedAddress) =>
		isOutside(address) || allowed.has(`${address}:${target.port}`);
	if (!addresses.every(isAllowed)) throw insideRefused(target.url.href);
	return addresses;
}

export function unknownHost({ host }: Pick<Target, "host">, cause?: unknown): IsnadError {
	return new IsnadError(
		"fetch_failed",
		`The host ${shown(host)} is not known: check its spelling.`,
		{
			cause,
			key: "fetch_host",
			params: { host: shown(host) },
		},
	);
}

function insideRefused(address: string): IsnadError {
	return refused(
		address,
		"inside",
		"it leads into a private network: an operator can allow it in ISNAD_ALLOW_ADDRESSES",
	);
}

function refused(
	address: string,
	key: "scheme" | "credentials" | "port" | "inside",
	why: string,
): IsnadError {
	return new IsnadError("address_refused", `${shown(address)} is not fetched, since ${why}.`, {
		key: `address_refused_${key}`,
		params: { address: shown(address) },
	});
}

/** An address as it may stand in a sentence of ours: without credentials, control characters, its tail. */
export function shown(address: string): string {
	const plain = address.replace(/[\p{Cc}\p{Cf}]/gu, "").replace(/\/\/[^/@]{0,200}@/, "//");
	return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
}
