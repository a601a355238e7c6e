import { App, type ReceiverEvent } from "@slack/bolt";
import { asIsnadError } from "../../../src/domain/errors.ts";
import type { Logger } from "../../../src/domain/ports.ts";
import type { HttpReceiver } from "../wire/receivers/http.ts";
import type { SocketReceiver } from "../wire/receivers/socket.ts";
import { quietLogger } from "../wire/sdk-log.ts";
import { whoseDelivery } from "./whose-delivery.ts";
import type { Workspaces } from "./workspaces.ts";

type FrontParts = {
	receiver: HttpReceiver | SocketReceiver;
	workspaces: Pick<Workspaces, "of">;
	log: Logger;
};

/** Stands before the workspaces: each delivery goes to the one that it is for, with that one's token. */
export class FrontApp extends App {
	readonly #workspaces: Pick<Workspaces, "of">;
	readonly #log: Logger;

	constructor({ receiver, workspaces, log }: FrontParts) {
		super({
			receiver,
			logger: quietLogger(log),
			convoStore: false,
			// Nothing is handled here.
			authorize: async () => ({}),
			deferInitialization: true,
		});
		this.#workspaces = workspaces;
		this.#log = log;
	}

	override async processEvent(event: ReceiverEvent): Promise<void> {
		const whose = whoseDelivery(event.body);
		try {
			const workspace = whose && (await this.#workspaces.of(whose));
			if (workspace) return await workspace.app.processEvent(event);
			this.#log("info", "Slack delivered something of a workspace where the app rests.", {
				team: whose?.team ?? whose?.enterprise ?? null,
			});
		} catch (error) {
			const { code } = asIsnadError(error);
			this.#log("error", "A workspace of Slack could not be served.", { code });
		}
		// It is acknowledged all the same, unless it was: delivered again it would find the same.
		await event.ack().catch(() => undefined);
	}
}
