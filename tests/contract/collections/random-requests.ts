import type { Asker, Desk, Incoming } from "../../../src/domain/chat.ts";

/** mulberry32 */
export function randomFrom(start: number): () => number {
	let state = start;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

const typed = [
	"harbour strike",
	"who denied that the harbour strike would end?",
	"bridge",
	"mayor",
];
const commands = ["claims", "ask", "timeline", "search", "who", "sources", "help", "digest"];
const followUps = ["more", "who denied that?", "and the bridge?", "start over", "before 2023?"];
const digestTexts = [
	"list",
	"subscribe harbour when:now",
	"preview 1",
	"status",
	"subscribe bridge",
];
const fields = ["by", "outlet", "topic"] as const;

export type Known = { view: string; asker: Asker };

type Round = {
	desk: Desk;
	random(): number;
	pick<T>(of: readonly T[]): T;
	askerAt(): Asker;
	views: readonly Known[];
	note(asker: Asker, what: string, shown: unknown): void;
	reply(asker: Asker, incoming: Incoming): Promise<void>;
};

/** Something that a person may do, where they may do it and where they may not. */
export async function oneRequest({
	desk,
	random,
	pick,
	askerAt,
	views,
	note,
	reply,
}: Round): Promise<void> {
	const known = pick(views);
	// Half of all clicks are where the answer was shown, the others forged from elsewhere.
	const own = known && random() < 0.5 ? known.asker : askerAt();
	const at = askerAt();
	const draw = random();
	if (draw < 0.3) {
		const name = pick(commands);
		const text = name === "digest" ? pick(digestTexts) : name === "sources" ? "" : pick(typed);
		return reply(at, { kind: "command", name, text });
	}
	if (draw < 0.45) return reply(at, { kind: "message", text: pick(typed) });
	if (draw < 0.55) return reply(own, { kind: "message", text: pick(followUps) });
	if (draw < 0.6) {
		const [field, text] = [pick(fields), pick(["", "j", "m", "Herald", "B"])];
		return note(at, "suggest", await desk.suggest({ field, text, most: 25 }, at));
	}
	if (draw < 0.65) return note(at, "overview", await desk.overview(pick(["en", "ar"]), at));
	if (!known) return;
	const { view } = known;
	const item = Math.floor(random() * 3);
	if (draw < 0.68) return note(own, "request", await desk.request(view, own));
	if (draw < 0.7) return note(own, "wrong_form", await desk.wrongForm(view, item, own));
	if (draw < 0.76) return reply(own, { kind: "more", view });
	if (draw < 0.86) return reply(own, { kind: "check_quote", view, item });
	if (draw < 0.89) return reply(own, { kind: "reading", view });
	if (draw < 0.92) return reply(own, { kind: "share", view });
	if (draw < 0.95) return reply(own, { kind: "narrow", view, filters: { by: "mayor" } });
	if (draw < 0.98) return reply(own, { kind: "vote", view, vote: "right" });
	return reply(own, { kind: "message", text: "more", above: { view } });
}
