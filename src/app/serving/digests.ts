import { randomBytes } from "node:crypto";
import { ChatReader } from "../../desk/chat-reader.ts";
import { DigestCommands, mostSubscriptions } from "../../digest/commands/commands.ts";
import type { DigestMaterial } from "../../digest/contents/material.ts";
import type { Writer } from "../../digest/contents/writer.ts";
import { createWriter } from "../../digest/contents/writer.ts";
import type { DigestParts } from "../../digest/delivery/delivery-parts.ts";
import { rates, timing } from "../../digest/delivery/rates.ts";
import { startDigests } from "../../digest/delivery/scheduler.ts";
import type { Clock } from "../../domain/ports.ts";
import type { Store } from "../../domain/state/store.ts";
import { inTurn } from "../in-turn.ts";
import { asNewRequest } from "../requests.ts";
import { sleep } from "../sleep.ts";
import type { App } from "./app.ts";

type Given = { app: Pick<App, "answerer" | "say">; store: Store; now: Clock };

/** `/digest` for the desk, and what writes digests for whatever stays up. */
export type Digests = {
	commands: DigestCommands;
	write: Writer;
};

export function openDigests({ app, store, now }: Given): Digests {
	const { say, answerer } = app;
	const digest = (material: DigestMaterial) => answerer.digest(material);
	const holds = (article: string) => answerer.holds(article);
	const writer = createWriter({ store, digest, holds, now });
	const turns = inTurn();
	// One digest after the other, with a pause in which commands are answered.
	const write: Writer = (subscription, day) =>
		turns(async () => {
			await sleep(0);
			return writer(subscription, day);
		});
	const reader = new ChatReader(say);
	const question = (text: string) => reader.question("claims", text);
	return {
		commands: new DigestCommands({
			store,
			write,
			question,
			say,
			now,
			newId,
			most: mostSubscriptions,
		}),
		write,
	};
}

type Delivering = Pick<DigestParts, "store" | "posters" | "write" | "say" | "log" | "now">;

/** Delivers on these platforms until it is stopped; several processes may. */
export function deliverDigests(parts: Delivering): { stop(): Promise<void> } {
	return startDigests({
		...parts,
		...{ sleep, newId, timing, rates },
		random: Math.random,
		asRequest: asNewRequest,
	});
}

function newId(): string {
	return randomBytes(9).toString("base64url");
}
