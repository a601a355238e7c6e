/** Host and port of an address, without the labels that a site puts before its own name. */
export function siteOf(address: string | URL): string {
	const { hostname, port } = new URL(address);
	return `${hostname.replace(/^(?:www|m|amp)\./, "")}:${port}`;
}

/** Whether both are web addresses of one site. */
export function isOfSite(a: string | null, b: string | null): boolean {
	if (a === null || b === null || !URL.canParse(a) || !URL.canParse(b)) return false;
	return siteOf(a) === siteOf(b);
}

/** Whether they are two addresses of one site. */
export function isElsewhereOnSite(a: string | null, b: string | null): boolean {
	return a !== b && isOfSite(a, b);
}
