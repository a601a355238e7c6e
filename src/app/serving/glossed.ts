import type { Asker, Desk, Incoming, Reply } from "../../domain/chat.ts";
import type { Poster } from "../../domain/digest.ts";
import type { Glosser } from "../../domain/gloss.ts";
import type { Clock } from "../../domain/ports.ts";
import type { PlatformName } from "../../domain/sets/platforms.ts";

/** From what a person did to an answer with its glosses; what comes later is added to it. */
const answerWithinMs = 400;
/** A digest is posted without whatever is not there by then. */
const digestWithinMs = 8_000;

/** The same desk, with glosses in its answers where channel and person have not turned them off. */
export function glossedDesk(desk: Desk, glosser: Glosser, now: Clock): Desk {
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

/** The same posters, with glosses in digests where the channel has not turned them off. */
export function glossedPosters(
	posters: Partial<Record<PlatformName, Poster>>,
	glosser: Glosser,
	desk: Pick<Desk, "settings">,
): Partial<Record<PlatformName, Poster>> {
	const known = new WeakMap<Poster, Poster>();
	// Platforms come and go in the record that was given: it is looked at each time.
	return new Proxy(posters, {
		get(of, name: PlatformName) {
			const poster = of[name];
			if (!poster) return poster;
			const glossed = known.get(poster) ?? glossedPoster(poster, glosser, desk);
			known.set(poster, glossed);
			return glossed;
		},
	});
}

function glossedPoster(poster: Poster, glosser: Glosser, desk: Pick<Desk, "settings">): Poster {
	const { reach, retract } = poster;
	return {
		async post(post, signal) {
			const { place } = post;
			const wanted = await isWanted(desk, { place, person: "", admin: false });
			if (!wanted) return poster.post(post, signal);
			const { answer } = await glosser.gloss(post.answer, { ms: digestWithinMs, patient: true });
			return poster.post({ ...post, answer }, signal);
		},
		find: (...asked) => poster.find(...asked),
		tell: (...told) => poster.tell(...told),
		...(reach ? { reach: (signal) => reach.call(poster, signal) } : {}),
		...(retract ? { retract: (...which) => retract.apply(poster, which) } : {}),
	};
}
