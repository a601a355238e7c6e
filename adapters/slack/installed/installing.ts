import type { SubscriptionStore } from "../../../src/domain/digest.ts";
import type { Clock, Logger } from "../../../src/domain/ports.ts";
import type { InstallationRows, Seal } from "../../../src/domain/state/installations.ts";
import { SlackInstallations, whose } from "./installation-store.ts";
import { type OAuthSettings, SlackOAuth } from "./oauth.ts";

export type InstallingParts = {
	oauth: OAuthSettings;
	rows: InstallationRows;
	seal: Seal;
	digests: Pick<SubscriptionStore, "leave" | "comeBack">;
	now: Clock;
	log: Logger;
};

/** How somebody installs the app, and how an operator takes it away again. */
export type SlackInstalling = {
	authorizeUrl(state: string): string;
	/** The workspace's or organisation's name. Errors: what Slack says of the code, `data_invalid`. */
	install(code: string): Promise<string>;
	/** Its token is revoked where Slack can be asked; false where it was not installed. */
	remove(id: string): Promise<boolean>;
};

export function slackInstalling(parts: InstallingParts): SlackInstalling {
	const { rows, digests, now, log } = parts;
	const installations = new SlackInstallations(parts);
	const oauth = new SlackOAuth(parts.oauth, log, now);
	return {
		authorizeUrl: (state) => oauth.authorizeUrl(state),
		async install(code) {
			const kept = await oauth.exchange(code);
			const { id, name } = whose(kept);
			await installations.put(kept);
			// What rested while the app was away goes on.
			const spaces = (await rows.list()).filter((row) => row.id === id || row.of === id);
			for (const row of spaces) await digests.comeBack("slack", row.id, now());
			log("info", "The app was installed in Slack.", { installation: id });
			return name;
		},
		async remove(id) {
			// A row that cannot be opened is removed all the same.
			const read = await installations.findOwn(id).catch(() => null);
			if (read)
				await oauth
					.revoke(read.kept.bot.token)
					.catch(() => log("warn", "Slack did not revoke a token.", { installation: id }));
			const gone = await rows.remove(id);
			for (const each of gone) await digests.leave("slack", each);
			return gone.length > 0;
		},
	};
}
