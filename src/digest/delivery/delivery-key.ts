/** Of a subscription on a local day: 21 characters, within Discord's 25 for a nonce. */
export function deliveryKey(subscription: string, day: string): string {
	return `${subscription}-${day.replaceAll("-", "")}`;
}

/** The id of a new subscription, out of one that nobody can guess: twelve lower-case letters and digits. */
export function subscriptionId(id: string): string {
	return id
		.toLowerCase()
		.replace(/[^a-z0-9]/g, "0")
		.padEnd(12, "0")
		.slice(0, 12);
}
