import type { Clock } from "../../../domain/ports.ts";
import type { InstallationRow } from "../../../domain/state/installations.ts";
import { isKept, openStore } from "../../../storage/open.ts";
import type { Config } from "../../config.ts";
import { installedParts, isInstalled } from "../../serving/platforms/installed-slack.ts";
import { explained } from "../explained.ts";
import type { Finding } from "./finding.ts";

const check = "Slack installations";

/** What doctor says of where the app is installed; nothing where one token is named. */
export async function installationFindings(config: Config, now: Clock): Promise<Finding[]> {
	if (!isInstalled(config) || config.tokenKeys.length === 0) return [];
	try {
		// A check makes no state: only one that is there is opened.
		if (!isKept(config)) return [none(config)];
		const store = await openStore(config);
		try {
			const rows = (await store.installations.list()).filter(({ of }) => of === null);
			if (rows.length === 0) return [none(config)];
			const { SlackInstallations } = await import(
				"../../../../adapters/slack/installed/installation-store.ts"
			);
			const installations = new SlackInstallations({ ...installedParts(config, store), now });
			const unreadable = await Promise.all(
				rows.map(({ id }) => installations.findOwn(id).then(() => null, explained)),
			);
			return rows.map((row, at) => findingOf(row, unreadable[at]?.message ?? null));
		} finally {
			await store.close();
		}
	} catch (error) {
		return [{ check, ok: false, says: explained(error).message }];
	}
}

function none({ publicUrl }: Config): Finding {
	return { check, ok: true, says: `nobody has installed the app yet: ${publicUrl}/slack/install.` };
}

function findingOf({ id, name, refused }: InstallationRow, unreadable: string | null): Finding {
	const about = { check: `${check} ${id}` };
	if (unreadable !== null) return { ...about, ok: false, says: unreadable };
	if (refused)
		return {
			...about,
			ok: false,
			says: `Slack takes the token of ${name || id} no more: install the app there again, or remove it with isnad installations remove ${id}.`,
		};
	return { ...about, ok: true, says: `${name || id}.` };
}
