import type { HttpBindings } from "@hono/node-server";

type Connection = {
	/** Of whoever is connected, as the system tells it. */
	remote: string | undefined;
	/** The header that proxies add to. */
	forwarded: string | undefined;
	/** Whether a proxy on this machine stands before the reader. */
	isBehindProxy: boolean;
};

/** Whom a request is counted for: an address, of IPv6 the network that one client has for itself. */
export function clientOf({ remote = "", forwarded, isBehindProxy }: Connection): string {
	// Only a proxy of ours is believed, and of its list what it added itself: all else anybody may write.
	const told = isBehindProxy && isLoopback(remote) ? forwarded?.split(",").at(-1)?.trim() : "";
	const address = (told && /^[\da-fA-F.:]{2,45}$/.test(told) ? told : remote).toLowerCase();
	if (!address.includes(":") || address.startsWith("::ffff:")) return address;
	return networkOf(address);
}

/** An address or a name that leads to this machine alone. */
export function isLoopback(host: string): boolean {
	const plain = host.replace(/^\[|\]$/g, "").replace(/^::ffff:/, "");
	return plain === "localhost" || plain === "::1" || /^127(\.\d{1,3}){3}$/.test(plain);
}

/** What proxies add: behind one on this machine, everybody comes from it. */
const ofProxies = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/** Whether a proxy has passed a request on; `header`: what it says under a name in small letters. */
export function isProxied(header: (name: string) => string | undefined): boolean {
	return ofProxies.some((name) => header(name) !== undefined);
}

export function remoteOf(bindings: Partial<HttpBindings> | undefined): string | undefined {
	return bindings?.incoming?.socket?.remoteAddress;
}

/** The first 64 bits of an IPv6 address. */
function networkOf(address: string): string {
	const [head = "", tail] = address.split("::");
	const groups = head.split(":").filter(Boolean);
	if (tail !== undefined) {
		const behind = tail.split(":").filter(Boolean);
		while (groups.length + behind.length < 8) groups.push("0");
		groups.push(...behind);
	}
	return groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ""))
		.join(":");
}
