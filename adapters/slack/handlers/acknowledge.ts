import type { Context } from "../context.ts";

/**
 * Before anything else: Slack waits three seconds. Where the connection broke meanwhile the person
 * saw an error, and still gets the answer.
 */
export async function acknowledge(ack: () => Promise<void>, { log }: Context): Promise<void> {
	try {
		await ack();
	} catch {
		log("warn", "Slack could not be told that a request arrived.");
	}
}
