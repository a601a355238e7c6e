import type { FaultOrder } from "../../servers/discord/faults.ts";
import type { OtherAnswer } from "../../servers/slack/faults.ts";

type Met = OtherAnswer & { name: string };

const page = (status: number, done: boolean): Met => ({
	name: `${status} with HTML, ${done ? "stored" : "not stored"}`,
	status,
	type: "text/html",
	text: "<!doctype html><title>no</title>",
	done,
});

/** Answers from between us and the platform: `done` where the request was done all the same. */
const between: readonly Met[] = [
	page(200, true),
	page(200, false),
	page(403, true),
	page(403, false),
	page(401, false),
	page(429, true),
	page(429, false),
	page(502, true),
	{ name: "503 after the post", status: 503, text: "{}", done: true },
	{ name: "200 that breaks off, stored", status: 200, text: '{"ok":true,', cut: true, done: true },
];

/** What the platforms themselves say now and then of a good token, and of too many requests. */
const ofSlack: readonly Met[] = [
	...between,
	{ name: "200 cut, stored", status: 200, text: '{"ok":true,"ts":"17', done: true },
	{ name: "401 once", status: 200, text: '{"ok":false,"error":"invalid_auth"}' },
	{ name: "429 without a time", status: 429, text: '{"ok":false,"error":"ratelimited"}' },
];
const ofDiscord: readonly Met[] = [
	...between,
	{ name: "200 cut, stored", status: 200, text: '{"id":"12', done: true },
	{ name: "401 once", status: 401, text: '{"message":"401: Unauthorized","code":0}' },
	{ name: "429 without a time", status: 429, text: '{"message":"slow","retry_after":1}' },
];

/** Of posts and of questions about them; `share` of all requests, 0 to 1, meets some of it. */
export function slackMix(share: number, seed: number) {
	const kinds = ["lost_reply", ...ofSlack];
	return { share, seed, kinds, methods: ["chat.postMessage", "conversations.history"] };
}

export function discordMix(share: number): FaultOrder[] {
	const each = share / (ofDiscord.length + 1);
	const of = { probability: each, path: "/messages" };
	return [
		{ kind: "lost_reply", ...of },
		...ofDiscord.map((answer): FaultOrder => ({ kind: "answer", ...answer, ...of })),
	];
}
