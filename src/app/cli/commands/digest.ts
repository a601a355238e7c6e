import { DigestTexts } from "../../../digest/commands/texts.ts";
import { addDays, localDay } from "../../../digest/local-days.ts";
import type { Subscription } from "../../../domain/digest.ts";
import { IsnadError } from "../../../domain/errors.ts";
import type { Store } from "../../../domain/state/store.ts";
import { openStore } from "../../../storage/open.ts";
import { write, writeJson } from "../../io.ts";
import { loadMessages } from "../../load/messages.ts";
import { indexDataFolder } from "../../paths.ts";
import { printable, printableLine } from "../../printable.ts";
import type { Call } from "../call.ts";

const pageSize = 200;
const mostDamaged = 1_000;
/** Days of each digest that are told. */
const daysTold = 3;

/** What an operator sees of all channels' digests: when each comes, and what became of the last ones. */
export async function run({ io, config, options, positionals }: Call): Promise<number> {
	if (positionals.length !== 1 || positionals[0] !== "list")
		throw new IsnadError("usage", "digest lists all digests: write isnad digest list.");
	const store = await openStore(config);
	try {
		const texts = new DigestTexts(await loadMessages(indexDataFolder), "en", io.now());
		let count = 0;
		for await (const one of everyOne(store)) {
			const from = addDays(localDay(io.now(), one.zone), -daysTold);
			const deliveries = await store.deliveries.since(one.id, from, daysTold);
			count++;
			if (options.json) await writeJson(io.stdout, { ...one, deliveries });
			else {
				const { platform, channel } = one.place;
				const last = deliveries.map((row) => `  ${texts.delivery(row, one)}\n`).join("");
				const what = `${texts.topic(one)}: ${texts.schedule(one)}. ${texts.state(one)}`;
				await write(
					io.stdout,
					`${printableLine(`${platform} ${channel} ${what}`)}\n${printable(last)}`,
				);
			}
		}
		const damaged = await store.damaged(mostDamaged, ["subscription"]);
		for (const { id, field } of damaged) {
			count++;
			if (options.json) await writeJson(io.stdout, { id, damaged: field });
			else await write(io.stdout, `${texts.text("damaged", { id, field })}\n`);
		}
		if (count === 0 && !options.json) await write(io.stdout, "No channel has a digest.\n");
		return 0;
	} finally {
		await store.close();
	}
}

async function* everyOne({ subscriptions }: Store): AsyncGenerator<Subscription> {
	for (let after = ""; ; ) {
		const page = await subscriptions.page(after, pageSize);
		yield* page;
		const last = page.at(-1);
		if (!last || page.length < pageSize) return;
		after = last.id;
	}
}
