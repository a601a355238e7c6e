import type { App } from "@slack/bolt";
import type { Context } from "./context.ts";

/** What of a delivery tells where it comes from. */
type Body = {
	type?: string;
	team_id?: unknown;
	authorizations?: { team_id?: unknown }[];
};

/**
 * Deliveries of a workspace that the bot's token is not of: it has been installed there under the
 * same app, and what is served here is not for it. They are acknowledged, and nothing more. In a
 * channel that is shared with another workspace events name our installation, and what people of that
 * workspace click is held to the channel. From here on each delivery is one request.
 */
export function onBorder(app: App, { me, log, asRequest }: Context): void {
	app.use(async (args) => {
		if (isOurs(args.body as Body, me.team)) return asRequest(() => args.next());
		log("warn", "Slack delivered something of another workspace; it is passed over.");
		if ("ack" in args && typeof args.ack === "function") await args.ack();
	});
}

function isOurs({ type, team_id, authorizations }: Body, team: string): boolean {
	if (!team) return true;
	const installed = authorizations?.map((each) => each.team_id).filter(Boolean) ?? [];
	if (installed.length > 0) return installed.includes(team);
	// A command has no type; only members of the workspace that has the app can give one.
	return type !== undefined || typeof team_id !== "string" || team_id === team;
}
