import type { SubscriptionStore } from "../../../src/domain/digest.ts";
import type { InstallationRows, Seal } from "../../../src/domain/state/installations.ts";
import { once, type RunningSlack, receiverFor, type SlackParts, sleepFor } from "../start.ts";
import { HttpReceiver } from "../wire/receivers/http.ts";
import { FrontApp } from "./front-app.ts";
import { SlackInstallations } from "./installation-store.ts";
import { type OAuthSettings, SlackOAuth } from "./oauth.ts";
import { installedPoster } from "./poster.ts";
import { Workspaces } from "./workspaces.ts";

export type InstalledSlackParts = Omit<SlackParts, "settings"> & {
	settings: Omit<SlackParts["settings"], "botToken"> & { oauth: OAuthSettings };
	rows: InstallationRows;
	seal: Seal;
	digests: Pick<SubscriptionStore, "leave" | "comeBack">;
	newId(): string;
};

/**
 * Starts the adapter for every workspace in which the app is installed; more may come while it runs.
 * Errors: `config_invalid`, which names the setting to mend.
 */
export async function startInstalledSlack(parts: InstalledSlackParts): Promise<RunningSlack> {
	const { settings, rows, seal, now, log, digests, newId } = parts;
	const sleep = parts.sleep ?? sleepFor;
	const installations = new SlackInstallations({ rows, seal, now });
	const oauth = new SlackOAuth(settings.oauth, log, now);
	const workspaces = new Workspaces({
		...{ ...parts, installations, oauth, sleep, digests, newId },
		...{ apiUrl: settings.apiUrl, followUps: settings.followUps },
	});
	const receiver = receiverFor({ ...parts, sleep, onFatal: once(parts.onFatal) });
	const front = new FrontApp({ receiver, workspaces, log });
	await front.init();
	await receiver.start();
	const installed = (await rows.list()).filter(({ of }) => of === null);
	log("info", "Slack is served where the app is installed.", {
		installations: installed.length,
		mode: receiver instanceof HttpReceiver ? "http" : "socket",
	});
	return {
		poster: installedPoster(workspaces),
		isConnected: () => receiver.isConnected,
		async stop() {
			await receiver.stop();
			await workspaces.stop();
		},
	};
}
