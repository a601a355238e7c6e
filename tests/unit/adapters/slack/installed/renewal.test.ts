import { describe, expect, it } from "vitest";
import { SlackInstallations } from "../../../../../adapters/slack/installed/installation-store.ts";
import { withFreshToken } from "../../../../../adapters/slack/installed/renewal.ts";
import { sealUnder } from "../../../../../src/app/installations/token-seal.ts";
import { IsnadError } from "../../../../../src/domain/errors.ts";
import type { InstallationRows } from "../../../../../src/domain/state/installations.ts";
import { memoryInstallations } from "../../../../../src/storage/memory/installations.ts";

const away = new IsnadError("store_unavailable", "away");
const hour = 3_600_000;

/** An installation whose token ends in an hour, over a state that the test may take away. */
async function installed(endRenewal?: (rows: InstallationRows) => InstallationRows["endRenewal"]) {
	const clock = { ms: 10 * hour };
	const now = () => clock.ms;
	const inner = memoryInstallations();
	const rows = { ...inner, ...(endRenewal && { endRenewal: endRenewal(inner) }) };
	const seal = sealUnder([Buffer.alloc(32, 1).toString("base64")]);
	const installations = new SlackInstallations({ rows, seal, now });
	const bot = { scopes: [], id: "B1", userId: "U0" };
	const kept = (token: string, expiresAt: number) => ({
		...{ team: { id: "T1" }, isEnterpriseInstall: false, user: { id: "U1" } },
		bot: { ...bot, token, refreshToken: `${token}-refresh`, expiresAt: expiresAt / 1_000 },
	});
	await installations.put(kept("old", 11 * hour));
	const asked: string[] = [];
	const log: string[] = [];
	const parts = {
		...{ installations, now, newId: () => `lease ${asked.length}` },
		log: (_level: string, message: string) => void log.push(message),
		async sleep(ms: number) {
			clock.ms += ms;
		},
		oauth: {
			renew: async (token: string) => {
				asked.push(token);
				return kept("new", 22 * hour).bot;
			},
		},
	};
	const fresh = async () => {
		const read = await installations.findOwn("T1");
		return read && withFreshToken(parts, read);
	};
	const stored = async () => (await installations.findOwn("T1"))?.kept.bot.token;
	return {
		fresh,
		stored,
		asked,
		log,
		clock,
		again: () => installations.put(kept("mine", 33 * hour)),
	};
}

describe("a renewed token", () => {
	it("is kept once the state is there again, and Slack is asked once", async () => {
		let tries = 0;
		const { fresh, stored, asked, log } = await installed((rows) => async (...of) => {
			if (++tries < 4) throw away;
			return rows.endRenewal(...of);
		});
		expect(await fresh()).toMatchObject({ version: 2, kept: { bot: { token: "new" } } });
		expect([await stored(), asked, log.length]).toEqual(["new", ["old-refresh"], 1]);
		expect(await fresh()).toMatchObject({ version: 2, kept: { bot: { token: "new" } } });
	});

	it("is tried to be kept for as long as its lease lasts", async () => {
		const { fresh, clock, log } = await installed(() => async () => {
			throw away;
		});
		await expect(fresh()).rejects.toBe(away);
		expect(clock.ms - 10 * hour).toBeGreaterThan(59_000);
		expect(clock.ms - 10 * hour).toBeLessThan(60_000);
		expect(log).toEqual([]);
	});

	it("that was written without a word is read", async () => {
		let tries = 0;
		const { fresh } = await installed((rows) => async (...of) => {
			const told = await rows.endRenewal(...of);
			if (++tries === 1) throw away;
			return told;
		});
		expect(await fresh()).toMatchObject({ version: 2, kept: { bot: { token: "new" } } });
	});

	it("gives way to one that was installed meanwhile", async () => {
		let again = async () => {};
		const made = await installed((rows) => async (...of) => {
			await again();
			return rows.endRenewal(...of);
		});
		again = made.again;
		expect(await made.fresh()).toMatchObject({ version: 2, kept: { bot: { token: "mine" } } });
		expect(await made.stored()).toBe("mine");
	});

	it("is of no use where the app was taken out meanwhile", async () => {
		const { fresh } = await installed((rows) => async (...of) => {
			await rows.remove("T1");
			return rows.endRenewal(...of);
		});
		expect(await fresh()).toBeNull();
	});
});
