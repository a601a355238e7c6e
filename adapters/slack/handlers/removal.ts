import type { App } from "@slack/bolt";
import { IsnadError } from "../../../src/domain/errors.ts";

/** The workspace threw the app out: nothing can be answered any more, and an operator has to know. */
export function onRemoval(app: App, onFatal: (error: IsnadError) => void): void {
	app.event("app_uninstalled", async () => {
		onFatal(removed("was uninstalled from the workspace"));
	});
	app.event("tokens_revoked", async ({ event }) => {
		if ((event.tokens.bot ?? []).length > 0) onFatal(removed("had its bot token revoked"));
	});
}

function removed(what: string): IsnadError {
	return new IsnadError(
		"config_invalid",
		`The Slack app ${what}: install it again and copy the new SLACK_BOT_TOKEN.`,
	);
}
