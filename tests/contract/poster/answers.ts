/** What answers a post instead of the platform's "done". */
export type Answer = {
	status: number;
	text: string;
	/** Content type; JSON where absent. */
	type?: string;
	headers?: Record<string, string>;
	/** The connection breaks in the middle of the body. */
	cut?: boolean;
};

const html = (status: number): Answer => ({
	status,
	type: "text/html; charset=utf-8",
	text: `<!doctype html><title>${status}</title><p>The gateway says ${status}.</p>`,
});
const json = (status: number, body: unknown): Answer => ({ status, text: JSON.stringify(body) });

/**
 * Answers that no platform documents for a post, whatever they say: none of them tells whether the
 * message was stored. `what` is unique.
 */
export const foreignAnswers: readonly (readonly [what: string, answer: Answer])[] = [
	["200 with nothing", { status: 200, text: "" }],
	["200 with an empty object", json(200, {})],
	["200 with a list", json(200, [])],
	["200 with null", json(200, null)],
	["200 with a text in JSON", json(200, "channel_not_found")],
	[
		"200 with a word that looks like a code",
		{ status: 200, type: "text/plain", text: "is_archived" },
	],
	["200 with the code of another", json(200, { error: "is_archived", code: 10_003 })],
	["200 with half of a Slack answer", { status: 200, text: '{"ok":true,"ts":"17' }],
	["200 with half of a Discord answer", { status: 200, text: '{"id":"12345678' }],
	["200 with ok alone", json(200, { ok: true })],
	["200 with HTML", html(200)],
	["200 with a refusal called HTML", { ...html(200), text: "channel_not_found" }],
	["200 that breaks off", { status: 200, text: '{"ok":true,', cut: true }],
	["204", { status: 204, text: "" }],
	["302 to nowhere", { ...html(302), headers: { location: "http://127.0.0.1:9/" } }],
	...[400, 401, 403, 404, 405, 407, 408, 409, 410, 413, 429, 451, 500, 502, 503, 504, 520].map(
		(status) => [`${status} with HTML`, html(status)] as const,
	),
	...[401, 403, 404, 429, 500].map(
		(status) => [`${status} with foreign JSON`, json(status, { message: "Forbidden" })] as const,
	),
	["403 with half of a refusal", { status: 403, text: '{"message": "Missing Access", "code": 50' }],
	["403 with a refusal called HTML", { ...html(403), text: '{"message":"x","code":50001}' }],
	["403 that breaks off", { ...html(403), cut: true }],
	["503 with a refusal of Slack", json(503, { ok: false, error: "is_archived" })],
	["503 with a refusal of Discord", json(503, { message: "Unknown Channel", code: 10_003 })],
	["a Slack code that nobody knows", json(200, { ok: false, error: "brand_new_error" })],
	["a Discord code that nobody knows", json(403, { message: "Brand new", code: 59_999 })],
	["a code of no form", json(200, { ok: false, error: "Is Archived!" })],
	["a Discord code that is no number", json(403, { message: "x", code: "50001" })],
];
