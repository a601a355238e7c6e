import type { Writer } from "../../digest/contents/writer.ts";
import type { Answering } from "../../domain/answering.ts";
import type { Asker, Desk, Incoming, Reply } from "../../domain/chat.ts";
import type { Clock } from "../../domain/ports.ts";
import type { App } from "./app.ts";

/** A digest is posted without whatever is not there by then. */
const digestWithinMs = 8_000;

/** Answers with the glosses that are there in time. */
export function glossedAnswering({
	answerer,
	glosser,
}: Pick<App, "answerer" | "glosser">): Pick<Answering, "answer"> {
	if (!glosser) return answerer;
	return {
		async answer(request) {
			const answer = await answerer.answer(request);
			return (await glosser.gloss(answer, { ms: glosser.waitMs })).answer;
		},
	};
}

/** The same desk, with glosses in its answers, and later ones added to them, where channel and person have not turned them off. */
export function glossedDesk(desk: Desk, { glosser }: Pick<App, "glosser">, now: Clock): Desk {
	if (!glosser) return desk;
	const reply = async (incoming: Incoming, asker: Asker): Promise<Reply> => {
		const begun = now();
		const made = await desk.reply(incoming, asker);
		if (made.kind === "notice" || !(await isWanted(desk, asker))) return made;
		const left = Math.max(0, glosser.waitMs - (now() - begun));
		if (made.kind === "quotation")
			return { ...made, quotation: await glosser.quotation(made.quotation, { ms: left }) };
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
