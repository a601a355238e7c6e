import type { Above } from "../../src/domain/chat.ts";
import type { Identity } from "./identity.ts";
import { readViewValue } from "./layout/controls.ts";
import { mentionedIn, readable } from "./readable.ts";
import type { SlackApi } from "./wire/api.ts";

/** What stands at the head of a thread; `own`: the bot wrote it, or was named in it. */
export type Root = { own: boolean; above: Above | undefined };

/** Roots that are remembered: every message of a busy thread would ask for its root. */
const mostRemembered = 1_000;

/** Heads of threads, as Slack gives them; nothing is read of a thread that nobody asks about. */
export class Threads {
	readonly #api: SlackApi;
	readonly #me: Pick<Identity, "botId" | "botUserId">;
	readonly #known = new Map<string, Root>();

	constructor(api: SlackApi, me: Pick<Identity, "botId" | "botUserId">) {
		this.#api = api;
		this.#me = me;
	}

	/** Null where Slack does not give it. */
	async rootOf(channel: string, ts: string): Promise<Root | null> {
		const key = `${channel}:${ts}`;
		const known = this.#known.get(key);
		if (known) return known;
		const { conversations } = this.#api.client;
		const told = await this.#api.attempt(() =>
			conversations.replies({ channel, ts, limit: 1, inclusive: true }),
		);
		const root = told.ok ? told.value.messages?.find((message) => message.ts === ts) : undefined;
		if (!root) return null;
		const { botId, botUserId } = this.#me;
		const ours = root.bot_id === botId || root.user === botUserId;
		const text = root.text ?? "";
		const view = ours ? viewIn(root.blocks) : null;
		const above = view ? { view } : ours || !readable(text) ? undefined : { text: readable(text) };
		const found = { own: ours || mentionedIn(text).includes(botUserId), above };
		this.#remember(key, found);
		return found;
	}

	#remember(key: string, root: Root): void {
		this.#known.set(key, root);
		if (this.#known.size <= mostRemembered) return;
		const [oldest] = this.#known.keys();
		if (oldest !== undefined) this.#known.delete(oldest);
	}
}

/** Of the answer that a message of ours shows, by any of its buttons. */
function viewIn(blocks: unknown): string | null {
	const open: unknown[] = Array.isArray(blocks) ? [...blocks] : [];
	for (let each = open.shift(); each !== undefined; each = open.shift()) {
		if (typeof each !== "object" || each === null) continue;
		const { type, elements, options, value } = each as Record<string, unknown>;
		const of = type === "button" ? readViewValue(value) : null;
		if (of) return of.view;
		if (Array.isArray(elements)) open.push(...elements);
		if (Array.isArray(options))
			open.push(...options.map((option) => ({ ...option, type: "button" })));
	}
	return null;
}
