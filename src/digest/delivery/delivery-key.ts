/** Of a subscription on a local day: 21 characters, within Discord's 25 for a nonce. */
export function deliveryKey(subscription: string, day: string): string {
	return `${subscription}-${day.replaceAll("-", "")}`;
}

/**
 * Of what a subscription is told at once: named by the last change that it was told of before, so that
 * every process plans the same. `tries`: alerts from there on that came to nothing. At most 25 characters.
 */
export function alertKey(subscription: string, since: number, tries: number): string {
	const key = `${subscription}-n${since.toString(36)}`;
	return tries === 0 ? key : `${key}-${Math.min(tries, mostTries)}`;
}

/** Two digits: what the key has room for. */
const mostTries = 99;

/** The id of a new subscription, out of one that nobody can guess: twelve lower-case letters and digits. */
export function subscriptionId(id: string): string {
	return id
		.toLowerCase()
		.replace(/[^a-z0-9]/g, "0")
		.padEnd(12, "0")
		.slice(0, 12);
}
