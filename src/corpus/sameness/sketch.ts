/** Shingles that a sketch holds: two of the same body with a changing number in it share nearly all. */
const size = 24;
const nearlyAll = 0.75;

/** A body in 24 of its shingles, short enough to be kept with a problem: the smallest hashes, base 36. */
export function sketchOf(shingles: ReadonlySet<number>): string {
	const smallest = [...shingles].sort((a, b) => a - b).slice(0, size);
	return smallest.map((hash) => hash.toString(36)).join(".");
}

/** Whether two sketches are of nearly the same body. */
export function isSameSketch(a: string, b: string): boolean {
	if (a === "" || b === "") return false;
	const [ours, theirs] = [a.split("."), new Set(b.split("."))];
	const shared = ours.filter((hash) => theirs.has(hash)).length;
	return shared >= nearlyAll * Math.max(ours.length, theirs.size);
}
