/** Distances count exactly when short and by ranges when long. */
export function range(distance: number): number {
	if (distance <= 3) return Math.max(0, distance);
	if (distance <= 5) return 4;
	if (distance <= 8) return 5;
	if (distance <= 13) return 6;
	if (distance <= 20) return 7;
	return distance <= 35 ? 8 : 9;
}
