const zones: readonly string[] = Intl.supportedValuesOf("timeZone");

/** Time zones by any part of their name, as people know their city: "riyadh", "new york". */
export function zonesLike(typed: string): string[] {
	const part = typed.trim().toLowerCase().replace(/\s+/g, "_");
	return zones.filter((zone) => zone.toLowerCase().includes(part));
}
