import type { Writer } from "../../digest/contents/writer.ts";
import type { Asker, Desk, Incoming, Reply } from "../../domain/chat.ts";
import type { Clock } from "../../domain/ports.ts";
import type { App } from "./app.ts";

/** From what a person did to an answer with its glosses; what comes later is added to it. */
const answerWithinMs = 400;
/** A digest is posted without whatever is not there by then. */
const digestWithinMs = 8_000;

/** The same desk, with glosses in its answers where channel and person have not turned them off. */
export function glossedDesk(desk: Desk, { glosser }: Pick<App, "glosser">, now: Clock): Desk {
	if (!glosser) return desk;
	const reply = async (incoming: Incoming, asker: Asker): Promise<Reply> => {
		const begun = now();
		const made = await desk.reply(incoming, asker);
		if (made.kind !== "answer" || made.answer.items.length === 0) return made;
		if (!(await isWanted(desk, asker))) return made;
		const left = Math.max(0, answerWithinMs - (now() - begun));
		const { answer, later } = await glosser.gloss(made.answer, { ms: left });
		return { ...made, answer, ...(later ? { later } : {}) };
	};
	return { ...desk, reply };
}

/** Not where the settings cannot be read: the answer goes out all the same. */
async function isWanted(desk: Pick<Desk, "settings">, asker: Asker): Promise<boolean> {
	try {
		return (await desk.settings(asker)).gloss === "on";
	} catch {
		return false;
	}
}

/** The same writer, with glosses in digests of channels that have not turned them off. */
export function glossedWriter(
	write: Writer,
	{ glosser }: Pick<App, "glosser">,
	desk: Pick<Desk, "settings">,
): Writer {
	if (!glosser) return write;
	return async (subscription, day) => {
		const written = await write(subscription, day);
		const { place } = subscription;
		if (!written.news || !(await isWanted(desk, { place, person: "", admin: false })))
			return written;
		const wait = { ms: digestWithinMs, patient: true } as const;
		const { answer } = await glosser.gloss(written.answer, wait);
		return { ...written, answer };
	};
}
