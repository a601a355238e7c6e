import { type OperatingParts, operatingRoutes } from "../../../adapters/web/server/operating.ts";
import { WebServer } from "../../../adapters/web/server/web-server.ts";
import type { Logger } from "../../../src/domain/ports.ts";

export type OwnServer = Partial<Omit<OperatingParts, "isStopping">> & {
	port?: number;
	log?: Logger;
};

let ids = 0;

/** The program's own HTTP server, listening on a free port; nothing but its operating paths is open yet. */
export async function openWebServer(own: OwnServer = {}): Promise<WebServer> {
	const operating = operatingRoutes({
		isStopping: () => server.isStopping,
		readiness: own.readiness ?? (async () => ({ ready: true, parts: {} })),
		metrics: own.metrics ?? (async () => ({ type: "text/plain", text: "" })),
		token: own.token,
	});
	const server = new WebServer({
		...{ host: "127.0.0.1", port: own.port ?? 0, operating },
		newId: () => `request${++ids}`,
		asRequest: (work) => work(),
		log: own.log ?? (() => {}),
	});
	await server.start();
	return server;
}
