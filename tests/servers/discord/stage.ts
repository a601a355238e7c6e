import type { Desk } from "../../../src/domain/chat.ts";
import type { VoteEntry } from "../../../src/domain/feedback.ts";
import type { Filters } from "../../../src/domain/sets/filters.ts";
import type { WrongEntry } from "../../../src/domain/wrong-form.ts";
import type {
	ButtonAction,
	Delivery,
	Doing,
	Fault,
	Refused,
	Session,
	Shown,
	Stage,
	StageSettings,
} from "../../contract/adapter/stage.ts";
import { say } from "../../unit/answers/doubles.ts";
import { type Bot, startBot } from "./bot.ts";
import type { Interaction } from "./interactions.ts";
import { type Act, defaultsOf, type Option, type People } from "./people.ts";
import { type ReadButton, read } from "./reading.ts";
import type { DiscordServer } from "./server.ts";
import type { Json, StoredMessage } from "./world.ts";

/** Discord with a guild, a channel and people, and the real adapter connected to it. */
export const discordStage: Stage = {
	name: "discord",
	lacks: {},
	open: (desk, settings) => DiscordSession.open(desk, settings),
};

class DiscordSession implements Session {
	readonly #bot: Bot;
	readonly #server: DiscordServer;
	readonly #people: People;
	readonly #interactions = new Map<string, Interaction>();

	static async open(desk: Desk, settings: StageSettings = {}): Promise<DiscordSession> {
		return new DiscordSession(await startBot(desk, { settings }));
	}

	constructor(bot: Bot) {
		this.#bot = bot;
		this.#server = bot.server;
		this.#people = bot.people;
	}

	async command(name: string, text: string, doing?: Doing): Promise<Delivery> {
		return this.#acknowledged(this.#people.command(this.#act(doing), name, optionsOf(name, text)));
	}

	async mention(text: string, doing?: Doing): Promise<Delivery> {
		const { world } = this.#server;
		const reply = doing?.thread ? world.message(doing.thread) : undefined;
		const written = this.#people.write(this.#act(doing), `<@${world.bot.id}> ${text}`, {
			mentions: [world.bot],
			...(reply ? { reply } : {}),
		});
		return { id: written.id };
	}

	async says(text: string, doing?: Doing): Promise<string> {
		const { world, gateway } = this.#server;
		const act = this.#act(doing);
		if (doing?.thread === undefined) return this.#people.write(act, text).id;
		// People go on under a message in a thread that they begin from it.
		const known = world.channels.has(doing.thread);
		const thread = world.thread(this.#bot.channel, doing.thread);
		if (!known)
			gateway.dispatch({ guild: thread.guild, intent: 1 }, "THREAD_CREATE", () =>
				world.channelJson(thread),
			);
		return this.#people.write({ ...act, in: thread }, text).id;
	}

	async edits(id: string, text: string): Promise<void> {
		const { world } = this.#server;
		const message = world.message(id);
		if (!message) throw new Error(`no message ${id}`);
		this.#people.edit(message, `<@${world.bot.id}> ${text}`, [world.bot]);
	}

	forbid(): void {
		this.#bot.channel.closed = { status: 403, code: 50_013, message: "Missing Permissions" };
	}

	async direct(text: string, doing?: Doing): Promise<Delivery> {
		const by = this.#server.world.person(doing?.as ?? "ann");
		const act = { by, in: this.#server.world.direct(by.id) };
		return { id: this.#people.write(act, text).id };
	}

	async about(text: string, doing?: Doing): Promise<Delivery> {
		const { world } = this.#server;
		const target = world.store({
			channel: this.#bot.channel.id,
			author: world.person("cyd").id,
			body: { content: text },
		});
		const name = say("en", "discord.about");
		return this.#acknowledged(this.#people.about(this.#act(doing), name, target));
	}

	async click(on: Shown, action: ButtonAction, item?: number, doing?: Doing): Promise<Delivery> {
		return this.#acknowledged(this.#click(on, action, item, doing));
	}

	narrow(on: Shown, filters: Filters, doing?: Doing): Promise<Delivery> {
		return this.#fillIn(on, "narrow", filters, doing);
	}

	wrong(on: Shown, entry: Partial<WrongEntry>, doing?: Doing): Promise<Delivery> {
		return this.#fillIn(on, "wrong", entry, doing);
	}

	voteWrong(on: Shown, entry: Partial<VoteEntry>, doing?: Doing): Promise<Delivery> {
		return this.#fillIn(on, "vote_wrong", entry, doing);
	}

	idOf(as: string): string {
		return this.#server.world.person(as).id;
	}

	async #fillIn(
		on: Shown,
		action: string,
		entered: Record<string, string | undefined>,
		doing: Doing | undefined,
	): Promise<Delivery> {
		const opened = this.#click(on, action, undefined, doing);
		const form = await this.#server.until(() => opened.modal);
		const source = this.#server.world.message(on.id) ?? null;
		return this.#acknowledged(this.#people.send(this.#act(doing), form, entered, source));
	}

	async digestForm(
		text: string,
		entered: Record<string, string | undefined>,
		doing?: Doing,
	): Promise<Delivery> {
		const act = this.#act(doing);
		const opened = this.#people.command(act, "digest", optionsOf("digest", text));
		const form = await this.#server.until(() => opened.modal);
		return this.#acknowledged(this.#people.send(act, form, entered, null));
	}

	async refused({ id }: Delivery, doing?: Doing): Promise<Refused> {
		const message = await this.#server.until(() => {
			const sent = this.#interactions.get(id)?.original;
			return sent && !sent.loading ? sent : null;
		});
		const { text, buttons } = read(message.body);
		const again = buttons.find(({ customId }) => /^(narrow|refill):/.test(customId));
		if (!again) throw new Error(`the form was taken: ${text}`);
		const opened = this.#people.click(this.#act(doing), message, again.customId);
		const form = await this.#server.until(() => opened.modal);
		const fields = (form.components as Json[]).map((row) => row.component as Json);
		const held = (field: Json) =>
			field.type === 3 ? defaultsOf(field).join(",") : String(field.value ?? "");
		return {
			text,
			kept: Object.fromEntries(fields.map((field) => [String(field.custom_id), held(field)])),
		};
	}

	async again({ id }: Delivery): Promise<void> {
		const interaction = this.#interactions.get(id);
		if (interaction) this.#people.again(interaction);
		const message = this.#server.world.message(id);
		if (message) this.#people.deliver(message);
	}

	async otherBot(text: string): Promise<void> {
		const { world } = this.#server;
		const act = { by: world.person("robot", true), in: this.#bot.channel };
		this.#people.write(act, `<@${world.bot.id}> ${text}`, { mentions: [world.bot] });
	}

	fault(fault: Fault, times: number): void {
		const kind = fault === "rate_limited" ? { kind: fault, retryAfterMs: 50 } : { kind: fault };
		this.#server.faults.add({ ...kind, times, path: "/messages" });
	}

	async reconnect(): Promise<void> {
		const { gateway } = this.#server;
		const before = gateway.resumes;
		gateway.break("drop");
		await this.#server.until(() => gateway.resumes > before && gateway.connected > 0);
	}

	shown(): Shown[] {
		return this.#bot.posted().map(({ message }) => this.#asSeen(message));
	}

	acknowledgedMs({ id }: Delivery): number {
		const interaction = this.#interactions.get(id);
		return (interaction?.acknowledgedMs ?? Number.NaN) - (interaction?.createdMs ?? Number.NaN);
	}

	violations(): string[] {
		return this.#server.world.violations;
	}

	stop(): Promise<void> {
		return this.#bot.running.stop();
	}

	close(): Promise<void> {
		return this.#bot.close();
	}

	#act(doing: Doing | undefined): Act {
		const { world } = this.#server;
		const by = world.person(doing?.as ?? "ann");
		const places = { direct: () => world.direct(by.id), elsewhere: () => world.group() };
		return { by, in: doing?.where ? places[doing.where]() : this.#bot.channel };
	}

	#click(
		on: Shown,
		action: string,
		item: number | undefined,
		doing: Doing | undefined,
	): Interaction {
		const message = this.#server.world.message(on.id);
		const button =
			message &&
			read(message.body)
				.buttons.map(asAction)
				.find((each) => each.action === action && (item === undefined || each.item === item));
		if (!message || !button) throw new Error(`There is no button ${action} ${item ?? ""}.`);
		const channel = this.#server.world.channels.get(message.channel) ?? this.#bot.channel;
		const act = { ...this.#act(doing), in: channel };
		return button.value === undefined
			? this.#people.click(act, message, button.customId)
			: this.#people.choose(act, message, button.customId, button.value);
	}

	async #acknowledged(interaction: Interaction): Promise<Delivery> {
		this.#interactions.set(interaction.id, interaction);
		await this.#server.until(() => interaction.response !== null);
		return { id: interaction.id };
	}

	#asSeen(message: StoredMessage): Shown {
		const { world } = this.#server;
		const { text, links, mentions, buttons } = read(message.body);
		const direct = world.channels.get(message.channel)?.type === 1;
		const searching = [say("en", "notice.searching"), say("ar", "notice.searching")];
		return {
			id: message.id,
			audience: message.onlyFor !== null || direct ? "asker" : "channel",
			thread: this.#root(message),
			text,
			links,
			mentions: pinged(message.body, mentions),
			pending: message.loading || searching.some((each) => bare(text) === bare(each)),
			actions: buttons.map(asAction).flatMap(({ action, item }) => {
				if (!known.includes(action)) return [];
				return [{ action: action as ButtonAction, ...(item === undefined ? {} : { item }) }];
			}),
		};
	}

	/** The first message of the chain of replies that it stands in. */
	#root(message: StoredMessage): string | null {
		let root: string | null = null;
		for (let at = message.reference; at; at = this.#server.world.message(at)?.reference ?? null)
			root = at;
		return root;
	}
}

function bare(text: string): string {
	return text.replace(/[\u2066-\u2069\u200e\u200f]/g, "");
}

/** Whom it names and, as its body allows it, would notify. */
function pinged(body: Json, mentions: string[]): string[] {
	const allowed = body.allowed_mentions as { parse?: unknown[] } | undefined;
	return allowed?.parse?.length === 0 ? mentions.filter((each) => each.startsWith("<")) : mentions;
}

const known = [
	...["more", "check_quote", "reading", "share", "narrow", "wrong"],
	...["vote_right", "vote_wrong", "example"],
];

function asAction({ customId, value }: ReadButton) {
	const [kind = "", , , choice] = customId.split(":");
	const item = undefined;
	if (kind === "vote")
		return { customId, value, action: choice === "1" ? "vote_right" : "vote_wrong", item };
	if (kind === "example") return { customId, value, action: kind, item: Number(choice) };
	if (value === undefined) return { customId, value, action: kind, item };
	if (value === "reading") return { customId, value, action: value, item };
	return { customId, value, action: "check_quote", item: Number(value.split(":")[0]) };
}

/** `/digest` and what stands behind it: a verb, the number where it is about one, options, a topic. */
function digestOptionsOf(text: string): Option {
	const [verb = "", ...rest] = text.split(" ");
	const about = /^\d+$/.test(rest[0] ?? "") ? rest.shift() : undefined;
	const pairs = rest.map((word) => word.split(/:(.*)/s));
	const topic = pairs
		.flatMap(([word = "", value]) => (value === undefined ? [word] : []))
		.join(" ");
	const given = pairs.flatMap(([key = "", value]) =>
		value === undefined ? [] : [[optionNames[key] ?? key, value] as const],
	);
	const all = [["digest", about] as const, ["topic", topic || undefined] as const, ...given];
	const options = all.flatMap(([name, value]) =>
		value === undefined ? [] : [{ name, type: string, value }],
	);
	return { name: verb, type: 1, options };
}

const string = 3;
const optionNames: Record<string, string> = { by: "speaker" };
const stances: Record<string, string> = { denied: "denies" };

/** What a person who means this text picks from the options that Discord offers. */
function optionsOf(name: string, text: string): Option[] {
	if (name === "digest") return [digestOptionsOf(text)];
	const options: { name: string; type: number; value: string }[] = [];
	const rest = text.replace(/(^|\s)(by|outlet|stance|from|to):(\S+)/g, (_, blank, field, value) => {
		const shown = optionNames[field] ?? field;
		options.push({ name: shown, type: string, value: stances[value] ?? value });
		return blank;
	});
	const topic = name === "sources" ? "text" : "topic";
	if (rest.trim()) options.unshift({ name: topic, type: string, value: rest.trim() });
	return options;
}
