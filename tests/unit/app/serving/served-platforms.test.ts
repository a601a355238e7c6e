import { expect, it } from "vitest";
import type { ServedPlatform } from "../../../../src/app/serving/platforms/platforms.ts";
import { ServedPlatforms } from "../../../../src/app/serving/platforms/served-platforms.ts";
import { IsnadError, PlatformAway } from "../../../../src/domain/errors.ts";
import { World } from "../../digest/world.ts";

const minute = 60_000;
const poster = {
	post: async () => ({ kind: "sent", message: "m" }) as const,
	find: async () => null,
	tell: async () => {},
};
const refused = () => new IsnadError("config_invalid", "The token was refused.");
const away = () => new PlatformAway("Nobody listens there.");

/** Platforms whose starts fail as told: one error for each try, then they start. */
function stage(failing: { slack?: IsnadError[]; discord?: IsnadError[] }) {
	const world = new World(0);
	const fatal: Partial<Record<string, (error: IsnadError) => void>> = {};
	const stopped: string[] = [];
	const logged: string[] = [];
	const served = new ServedPlatforms({
		start: async ({ id }, onFatal) => {
			fatal[id] = onFatal;
			const error = failing[id as "slack"]?.shift();
			if (error) throw error;
			return { poster, isConnected: () => true, stop: async () => void stopped.push(id) };
		},
		log: (level, msg) => void logged.push(`${level} ${msg}`),
		sleep: world.sleep,
	});
	const platforms = [
		{ id: "slack", name: "Slack" },
		{ id: "discord", name: "Discord" },
	] as ServedPlatform[];
	return { served, world, fatal, stopped, logged, start: () => served.start(platforms) };
}

it("leaves one platform and goes on with the other; with none left it ends with the last sentence", async () => {
	const { served, fatal, stopped, logged, start } = stage({});
	await start();
	fatal["slack"]?.(refused());
	expect(Object.keys(served.posters)).toEqual(["discord"]);
	expect(stopped).toEqual(["slack"]);
	expect(logged).toEqual(["error Slack is not served: The token was refused."]);
	fatal["discord"]?.(new IsnadError("config_invalid", "Discord has the last word."));
	await expect(served.noneLeft).rejects.toThrow("Discord has the last word.");
	expect(stopped).toEqual(["slack", "discord"]);
});

it("ends with the first sentence where none starts, and what began is stopped", async () => {
	const { start } = stage({ slack: [refused()], discord: [away()] });
	await expect(start()).rejects.toThrow("The token was refused.");
});

it("takes up one that was away at the start when it is there, and asks ever more seldom", async () => {
	const failures = Array.from({ length: 7 }, away);
	const { served, world, start, logged } = stage({ discord: failures });
	await start();
	expect(served.names).toEqual(["slack"]);
	await world.pass(2 * minute);
	const left = failures.length;
	expect(left).toBeGreaterThan(0);
	await world.pass(2 * minute);
	expect(left - failures.length).toBeLessThan(3);
	await world.pass(20 * minute);
	expect(Object.keys(served.posters)).toEqual(["slack", "discord"]);
	expect(logged.at(-1)).toBe("info Discord is served.");
	await served.stop();
});

it("does not end while one is still tried, and ends where that one is refused", async () => {
	const { served, world, fatal, start } = stage({ discord: [away(), away(), refused()] });
	await start();
	fatal["slack"]?.(refused());
	let over = "";
	served.noneLeft.catch((error) => {
		over = error.message;
	});
	await world.pass(6_000);
	expect(over).toBe("");
	await world.pass(minute);
	expect(over).toBe("The token was refused.");
});

it("does not take up one that is thrown out while it begins", async () => {
	const { world, stopped } = stage({});
	const served = new ServedPlatforms({
		start: async ({ id }, onFatal) => {
			if (id === "discord") onFatal(refused());
			return { poster, isConnected: () => true, stop: async () => void stopped.push(id) };
		},
		log: () => {},
		sleep: world.sleep,
	});
	await served.start([{ id: "slack" }, { id: "discord" }] as ServedPlatform[]);
	expect([served.names, stopped]).toEqual([["slack"], ["discord"]]);
});

it("takes up none any more after the end", async () => {
	const { served, world, stopped, start } = stage({ discord: [away()] });
	await start();
	const over = served.stop();
	await world.pass(minute);
	await over;
	expect(stopped).toEqual(["slack"]);
	expect(served.names).not.toContain("discord");
});
