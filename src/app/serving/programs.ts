import { randomBytes } from "node:crypto";
import type { McpSessions } from "../../../adapters/mcp/http-sessions.ts";
import { ProgramDesk } from "../../../adapters/shared/programs/program-desk.ts";
import { isLoopback } from "../../../adapters/web/access/client-address.ts";
import type { DoorParts, DoorSettings, McpHandler } from "../../../adapters/web/api/api-parts.ts";
import type { Routes } from "../../../adapters/web/server/routes.ts";
import { createReadingRoom } from "../../answers/reading-room.ts";
import type { Metrics } from "../../domain/metrics.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { Store } from "../../domain/state/store.ts";
import { readerPathOf } from "../collections/settings-of.ts";
import type { Config } from "../config.ts";
import { programVersion } from "../program-version.ts";
import type { App } from "./app.ts";
import { glossedAnswering } from "./glossed.ts";
import type { Answering } from "./reader.ts";

export type ProgramsParts = {
	answering: Answering;
	say: App["say"];
	/** Of the collection that is asked. */
	config: Config;
	metrics: Pick<Metrics, "asked">;
	now: Clock;
	log: Logger;
};

export type DoorsParts = ProgramsParts & { tokens: Store["tokens"] };

/** Where other programs ask, whichever door they come by. */
export function programDesk(parts: ProgramsParts): ProgramDesk {
	const { answering, say, config, metrics, now, log } = parts;
	return new ProgramDesk({
		...{ say, metrics, now, log },
		isWhole: config.reader.shows === "articles",
		answering: {
			answer: (request) => answering((app) => glossedAnswering(app, now).answer(request)),
		},
		quotation: (place, language) =>
			answering(async ({ answerer, glosser }) => {
				await answerer.correct();
				const quotation = answerer.quotation(place, language);
				if (!quotation || !glosser) return quotation;
				return glosser.quotation(quotation, { ms: glosser.waitMs });
			}),
		room: () =>
			answering(async ({ answerer }) => {
				await answerer.correct();
				return createReadingRoom(answerer.library, answerer.who());
			}),
	});
}

/** The doors to one collection over HTTP: `/api/v1`, and `/mcp`, whose SDK is read with its first request. */
export async function openDoors(parts: DoorsParts): Promise<Routes[]> {
	const [{ Admission }, { createApi }, { createMcpRoute }, { crossOrigin }] = await Promise.all([
		import("../../../adapters/web/api/admission.ts"),
		import("../../../adapters/web/api/create-api.ts"),
		import("../../../adapters/web/api/mcp-route.ts"),
		import("../../../adapters/web/api/cross-origin.ts"),
	]);
	const { say, config, tokens, now, log } = parts;
	const desk = programDesk(parts);
	const settings = doorSettings(config);
	const door: DoorParts = {
		...{ desk, say, tokens, settings, now, log },
		version: versionOf(parts),
	};
	const admission = new Admission(door);
	return [
		...(settings.origins.length > 0 ? [crossOrigin(admission)] : []),
		createApi(door, admission),
		createMcpRoute(door, admission, mcpHandler(parts, desk)),
	];
}

function doorSettings(config: Config): DoorSettings {
	const { host, publicUrl, apiOrigins, collection, translation } = config;
	const reached = publicUrl?.replace(/\/+$/, "");
	return {
		collection,
		isOpenHere: publicUrl === undefined && isLoopback(host),
		isBehindProxy: publicUrl !== undefined && isLoopback(host),
		origins: apiOrigins,
		publicUrl: reached === undefined ? "" : reached + readerPathOf(collection),
		isTranslated: translation !== undefined,
	};
}

const dayMs = 86_400_000;

/** Another one for each state of the corpus, each opening of it, and each day where links hold for some days. */
function versionOf({ answering, config, now }: ProgramsParts): DoorParts["version"] {
	const openings = new WeakMap<object, string>();
	const isDated = config.reader.linkDays !== undefined;
	return () =>
		answering(async ({ answerer }) => {
			await answerer.correct();
			const opening = openings.get(answerer) ?? randomBytes(6).toString("base64url");
			openings.set(answerer, opening);
			const day = isDated ? `-${Math.floor(now() / dayMs)}` : "";
			return `${opening}-${answerer.version}${day}`;
		});
}

function mcpHandler({ say, log, now }: ProgramsParts, desk: ProgramDesk): McpHandler {
	let opening: Promise<McpSessions> | undefined;
	const open = async () => {
		const { McpSessions } = await import("../../../adapters/mcp/http-sessions.ts");
		const newId = () => randomBytes(24).toString("base64url");
		const version = await programVersion();
		return new McpSessions({
			...{ desk, say, log, language: "en", version, now, newId },
		});
	};
	return async (request, holder) => {
		opening ??= open().catch((error: unknown) => {
			// The next request tries again.
			opening = undefined;
			throw error;
		});
		return (await opening).handle(request, holder);
	};
}
