import type { Context } from "../context.ts";

/**
 * Before anything else: Slack waits three seconds. Where the connection broke meanwhile the person
 * saw an error, and still gets the answer.
 */
export async function acknowledge(
	ack: () => Promise<void>,
	{ log, now, metrics }: Pick<Context, "log" | "now" | "metrics">,
): Promise<void> {
	const begun = now();
	try {
		await ack();
		metrics.acknowledged({ platform: "slack", outcome: "taken" }, (now() - begun) / 1_000);
	} catch {
		metrics.acknowledged({ platform: "slack", outcome: "lost" }, (now() - begun) / 1_000);
		log("warn", "Slack could not be told that a request arrived.");
	}
}
