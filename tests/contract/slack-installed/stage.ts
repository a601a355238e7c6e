import { slackInstalling } from "../../../adapters/slack/installed/installing.ts";
import { startInstalledSlack } from "../../../adapters/slack/installed/start.ts";
import type { RunningSlack } from "../../../adapters/slack/start.ts";
import { scopes } from "../../../adapters/slack/surface.ts";
import { installRoutes } from "../../../adapters/web/install/install-routes.ts";
import type { WebServer } from "../../../adapters/web/server/web-server.ts";
import { sealUnder } from "../../../src/app/installations/token-seal.ts";
import type { Desk } from "../../../src/domain/chat.ts";
import type { Store } from "../../../src/domain/state/store.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { deskOf } from "../../desk.ts";
import { client, type Granted } from "../../servers/slack/installs.ts";
import { commandPayload, eventPayload } from "../../servers/slack/payloads.ts";
import { SlackServer, tokens } from "../../servers/slack/server.ts";
import { shortSleep } from "../../servers/slack/stage.ts";
import { ids, type Json } from "../../servers/slack/world.ts";
import { openWebServer } from "../../servers/web/own.ts";
import { say } from "../../unit/answers/doubles.ts";

export const key = Buffer.alloc(32, 7).toString("base64");
const secret = "a secret of sixteen";

/** Slack, and a process (or two) that serves it where the app is installed. */
export class InstalledStage {
	readonly server: SlackServer;
	readonly store: Store;
	readonly logged: string[] = [];
	readonly clock = { ms: Date.now() };
	#processes: { running: RunningSlack; web: WebServer }[] = [];
	#ids = 0;

	private constructor(server: SlackServer, store: Store) {
		this.server = server;
		this.store = store;
	}

	static async open(processes = 1): Promise<InstalledStage> {
		const server = await SlackServer.start({ channelGapMs: 0, retriesMs: [] });
		server.scopes = Object.keys(scopes);
		const stage = new InstalledStage(server, memoryStore());
		for (let n = 0; n < processes; n++) await stage.#start(await deskOf([]));
		stage.useProcess(0);
		return stage;
	}

	get pages(): string {
		return `http://127.0.0.1:${this.#process(0).web.port}`;
	}

	get redirectUri(): string {
		return `${this.pages}/slack/oauth_redirect`;
	}

	poster(n = 0) {
		return this.#process(n).running.poster;
	}

	/** Which process Slack reaches from here on. */
	useProcess(n: number): void {
		const url = `http://127.0.0.1:${this.#process(n).web.port}/slack/events`;
		this.server.deliveries.useHttp({ url, secret: tokens.secret, now: () => this.clock.ms });
	}

	/** Allowed, as somebody's browser does it; the last page. */
	async install(of: Granted): Promise<{ status: number; text: string }> {
		const begun = await fetch(`${this.pages}/slack/install?lang=en`);
		const cookie = begun.headers.getSetCookie()[0]?.split(";")[0] ?? "";
		const state = stateIn(await begun.text());
		return this.comeBack({ state, cookie, code: this.server.installs.code(of, this.redirectUri) });
	}

	async comeBack(at: { state: string; cookie?: string; code?: string; lang?: string }) {
		const query = new URLSearchParams({ state: at.state, lang: at.lang ?? "en" });
		if (at.code !== undefined) query.set("code", at.code);
		else query.set("error", "access_denied");
		const headers: Record<string, string> = at.cookie ? { cookie: at.cookie } : {};
		const response = await fetch(`${this.redirectUri}?${query}`, { headers });
		return { status: response.status, text: await response.text() };
	}

	/** A question in the channel of a workspace; its texts are posted with somebody's token. */
	async ask(whose: { team: string; enterprise?: string }): Promise<void> {
		const person = this.server.world.person("ann");
		const payload = commandPayload("isnad", "help", person, {
			channel: ids.channel,
			trigger: this.server.trigger(),
			url: this.server.responseUrl(ids.channel, person.id),
		});
		await this.server.deliveries.send("slash_commands", { ...payload, ...belongs(whose) });
	}

	/** A mention, which is answered by a post with the token of its workspace. */
	async mention(whose: { team: string; enterprise?: string }): Promise<void> {
		const { world } = this.server;
		const event = {
			...{ type: "app_mention", user: world.person("ann").id, channel: ids.channel },
			...{ text: `<@${ids.botUser}> help`, ts: world.ts() },
		};
		await this.event(whose, event);
	}

	async event({ team, enterprise }: { team: string; enterprise?: string }, event: Json) {
		const payload = eventPayload(event, `Ev${++this.#ids}`, Date.now());
		const authorization = {
			...{ enterprise_id: enterprise ?? null, team_id: team, user_id: ids.botUser },
			...{ is_bot: true, is_enterprise_install: enterprise !== undefined },
		};
		const authorizations = [authorization];
		await this.server.deliveries.send("events_api", { ...payload, team_id: team, authorizations });
	}

	/** Tokens with which something was posted, in their order. */
	get postedWith(): string[] {
		const posts = this.server.installs.used.filter(({ method }) => method === "chat.postMessage");
		return posts.map(({ token }) => token);
	}

	/** The token that Slack gave last to a workspace or organisation. */
	tokenOf(id: string): string {
		const all = [...this.server.installs.granted].filter(
			([, { team, enterprise }]) => (team ?? enterprise) === id,
		);
		return all.at(-1)?.[0] ?? "";
	}

	async close(): Promise<void> {
		for (const { running, web } of this.#processes) {
			await web.stop();
			await running.stop();
		}
		await this.server.close();
	}

	async #start(desk: Desk): Promise<void> {
		const web = await openWebServer();
		const now = () => this.clock.ms;
		const log = (...line: unknown[]) => void this.logged.push(JSON.stringify(line));
		const { apiUrl } = this.server;
		const redirectUri = `http://127.0.0.1:${web.port}/slack/oauth_redirect`;
		const oauth = { clientId: client.id, clientSecret: client.secret, apiUrl, redirectUri };
		const { installations: rows, subscriptions: digests } = this.store;
		const given = { rows, digests, seal: sealUnder([key]), now, log };
		const newId = () => `id${String(++this.#ids).padStart(10, "0")}`;
		const running = await startInstalledSlack({
			...given,
			...{ desk, say, newId, sleep: shortSleep, mount: (...what) => web.mount(...what) },
			settings: { oauth, apiUrl, signingSecret: tokens.secret, listensOn: "127.0.0.1:0" },
			onFatal: (error) => log("fatal", error.message),
			timing: { placeholderAfterMs: 100, channelGapMs: 0 },
		});
		const { authorizeUrl, install } = slackInstalling({ ...given, oauth });
		web.open([
			installRoutes({
				...{ authorizeUrl, install, secret, base: "", isSecure: false },
				...{ say, now, log, newId },
			}),
		]);
		this.#processes.push({ running, web });
	}

	#process(n: number): { running: RunningSlack; web: WebServer } {
		const found = this.#processes[n];
		if (!found) throw new Error(`no process ${n}`);
		return found;
	}
}

export function stateIn(page: string): string {
	const to = /href="([^"]*oauth\/v2\/authorize[^"]*)"/.exec(page)?.[1] ?? "";
	return new URL(to.replaceAll("&amp;", "&")).searchParams.get("state") ?? "";
}

function belongs({ team, enterprise }: { team: string; enterprise?: string }): Json {
	return {
		team_id: team,
		...(enterprise ? { enterprise_id: enterprise, is_enterprise_install: "true" } : {}),
	};
}
