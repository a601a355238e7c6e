import ipaddr from "ipaddr.js";

/** Public by its number, and still the inside of a cloud: Azure's platform address. */
const cloudAddresses: ReadonlySet<string> = new Set(["168.63.129.16"]);

/** What global unicast is given out from (RFC 4291); all else is special, or not given out yet. */
const globalIPv6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an IP address belongs to the open internet. All others are inside of something: private,
 * loopback, link-local, carrier-grade NAT, multicast, unspecified, reserved, and the forms of IPv6
 * that carry an IPv4 address (mapped, NAT64, 6to4, Teredo). What is no address is not outside either.
 */
export function isOutside(address: string): boolean {
	// A zone names an interface of this machine.
	if (address.includes("%")) return false;
	if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
		const ip = ipaddr.IPv4.parse(address);
		return ip.range() === "unicast" && !cloudAddresses.has(ip.toString());
	}
	if (!ipaddr.IPv6.isValid(address)) return false;
	const ip = ipaddr.IPv6.parse(address);
	return ip.range() === "unicast" && ip.match(globalIPv6);
}
