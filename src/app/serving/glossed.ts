import type { Writer } from "../../digest/contents/writer.ts";
import type { Answering } from "../../domain/answering.ts";
import type { Asker, Desk, Incoming, Reply } from "../../domain/chat.ts";
import type { Glosser, GlossWait } from "../../domain/gloss.ts";
import type { Clock } from "../../domain/ports.ts";
import type { App } from "./app.ts";

/** A digest is posted without whatever is not there by then. */
const digestWithinMs = 8_000;

/** What is left of the wait for glosses of a question that was begun then: it may have waited for its own translation. */
export function leftOf({ waitMs }: Pick<Glosser, "waitMs">, begun: number, now: Clock): GlossWait {
	return { ms: Math.max(0, waitMs - (now() - begun)) };
}

/** Answers with the glosses that are there in time. */
export function glossedAnswering(
	{ answerer, glosser }: { answerer: Pick<Answering, "answer">; glosser: App["glosser"] },
	now: Clock,
): Pick<Answering, "answer"> {
	if (!glosser) return answerer;
	return {
		async answer(request) {
			const begun = now();
			const answer = await answerer.answer(request);
			return (await glosser.gloss(answer, leftOf(glosser, begun, now))).answer;
		},
	};
}

/** The same desk, with glosses in its answers, and later ones added to them, where channel and person have not turned them off. */
export function glossedDesk(desk: Desk, { glosser }: Pick<App, "glosser">, now: Clock): Desk {
	if (!glosser) return desk;
	const reply = async (incoming: Incoming, asker: Asker): Promise<Reply> => {
		const begun = now();
		// Read meanwhile: the answer waits for no setting.
		const wanted = isWanted(desk, asker);
		const made = await desk.reply(incoming, asker);
		if (made.kind === "notice" || !(await wanted)) return made;
		const left = leftOf(glosser, begun, now);
		if (made.kind === "quotation")
			return { ...made, quotation: await glosser.quotation(made.quotation, left) };
		const { answer, later } = await glosser.gloss(made.answer, left);
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
