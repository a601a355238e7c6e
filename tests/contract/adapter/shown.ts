import type { Session, Shown } from "./stage.ts";

/** Places that a text names, in its order: "file.txt:7". */
export function citationsIn(text: string): string[] {
	const plain = text.replace(/[\u2066-\u2069\u200e\u200f\\]/g, "");
	return [...plain.matchAll(/([\w-]+\.txt)[,،]\s+(?:line|السطر)\s+(\d+)/g)].map(
		([, file, line]) => `${file}:${line}`,
	);
}

const patienceMs = 50_000;

/**
 * Waits until what is shown is as it should be. The wait only bounds a failure: nothing depends on
 * how long it takes.
 */
export async function until(
	session: Session,
	what: string,
	holds: (shown: Shown[]) => boolean,
): Promise<Shown[]> {
	const end = performance.now() + patienceMs;
	for (;;) {
		const shown = session.shown();
		if (holds(shown)) return shown;
		if (performance.now() > end) {
			const seen = shown.map(({ audience, pending, text }) =>
				[audience, pending ? "pending" : "done", JSON.stringify(text.slice(0, 300))].join(" "),
			);
			throw new Error(`never shown: ${what}; shown were:\n${seen.join("\n")}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

/** Messages that are no placeholders, once there are so many. */
export async function answers(session: Session, count: number): Promise<Shown[]> {
	const shown = await until(session, `${count} answers`, (all) => done(all).length >= count);
	return done(shown);
}

export function done(shown: readonly Shown[]): Shown[] {
	return shown.filter(({ pending }) => !pending);
}

/** Long enough for anything that should not come to have come, on a machine that is not stuck. */
export async function settled(session: Session): Promise<Shown[]> {
	let before = -1;
	for (let quiet = 0; quiet < 4; ) {
		await new Promise((resolve) => setTimeout(resolve, 50));
		const now = JSON.stringify(session.shown()).length;
		quiet = now === before ? quiet + 1 : 0;
		before = now;
	}
	return done(session.shown());
}
