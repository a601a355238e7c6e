import { PassThrough } from "node:stream";
import { talk } from "../../adapters/console/talk.ts";
import type { Desk } from "../../src/domain/chat.ts";
import { say } from "../unit/answers/doubles.ts";
import type { Delivery, Session, Shown, Stage } from "./adapter/stage.ts";

const oneTerminal = "a terminal has one person and nobody else to see it";
const typed = "lines of a terminal arrive once, in order, and over no network";

/** The console at a terminal: real lines in, real text out. */
export const consoleStage: Stage = {
	name: "console",
	lacks: {
		mentions: oneTerminal,
		threads: oneTerminal,
		about: oneTerminal,
		private: oneTerminal,
		other_bots: oneTerminal,
		forms: "filters are typed: by:, outlet:, from:, to:, stance:",
		redelivery: typed,
		rate_limit: typed,
		server_error: typed,
		lost_reply: typed,
		reconnect: typed,
	},
	async open(desk) {
		return new Terminal(desk);
	},
};

const prompt = say("en", "console.prompt");
const atWork = [say("en", "notice.searching"), say("ar", "notice.searching")];

class Terminal implements Session {
	readonly #stdin = new PassThrough();
	readonly #stdout = new PassThrough();
	readonly #stopping = new AbortController();
	readonly #talking: Promise<void>;
	readonly #startedAt: number[] = [];
	readonly #firstAt: number[] = [];
	#out = "";

	constructor(desk: Desk) {
		this.#stdout.on("data", (chunk) => {
			this.#out += chunk;
			const asked = this.#startedAt.length - 1;
			if (asked >= 0) this.#firstAt[asked] ??= performance.now();
		});
		this.#talking = talk(
			{ desk, say, welcome: "", screen: () => ({ width: 2_000, color: false }), language: "en" },
			{ stdin: this.#stdin, stdout: this.#stdout, signal: this.#stopping.signal },
		);
	}

	command(name: string, text: string): Promise<Delivery> {
		return this.#type(`/${name} ${text}`);
	}
	direct(text: string): Promise<Delivery> {
		return this.#type(text);
	}
	click(on: Shown, action: string, item = 0): Promise<Delivery> {
		if (action === "more") return this.#type("more");
		// Examples stand as they are typed, behind everything else that help tells.
		if (action === "example") {
			const [, examples = ""] = on.text.split(say("en", "console.examples"));
			return this.#type([...examples.matchAll(/^ *(\/.+)$/gm)][item]?.[1] ?? "");
		}
		if (action === "reading") return this.#type("how");
		const [, first = "1"] = /^(\d+)\. /m.exec(on.text) ?? [];
		return this.#type(`quote ${Number(first) + item}`);
	}

	/** One entry for each line that was typed: what stands between two prompts. */
	shown(): Shown[] {
		const parts = this.#out.split(prompt).slice(1, this.#startedAt.length + 1);
		return parts.flatMap((part, at) => {
			// The terminal shows the line that was typed.
			const text = part
				.slice(part.indexOf("\n") + 1)
				.split("\n")
				.map(uncleared)
				.join("\n")
				.replace(/\u001b\[\d*[A-Z]/g, "");
			const pending = atWork.some((words) => text.trim() === words);
			if (!text.trim()) return [];
			const actions = [{ action: "more" as const }, { action: "check_quote" as const }];
			// The console makes no links; an address of ours has a line of its own.
			const links = text.match(/^\s*https?:\/\/\S+$/gm)?.map((line) => line.trim()) ?? [];
			const id = String(at);
			return [
				{ id, audience: "asker", thread: null, text, actions, links, mentions: [], pending },
			] satisfies Shown[];
		});
	}

	acknowledgedMs({ id }: Delivery): number {
		const [from = 0, to = performance.now()] = [
			this.#startedAt[Number(id)],
			this.#firstAt[Number(id)],
		];
		return to - from;
	}
	violations(): string[] {
		return [];
	}
	async stop(): Promise<void> {
		this.#stopping.abort();
		await this.#talking;
	}
	close(): Promise<void> {
		return this.stop();
	}

	mention = () => lacking(oneTerminal);
	says = () => lacking(oneTerminal);
	edits = () => lacking(oneTerminal);
	forbid(): void {
		throw new Error(oneTerminal);
	}
	about = () => lacking(oneTerminal);
	otherBot = () => lacking(oneTerminal);
	narrow = () => lacking("no forms");
	digestForm = () => lacking("no forms");
	refused = () => lacking("no forms");
	wrong = () => lacking("no forms");
	voteWrong = () => lacking("no forms");
	idOf = (as: string) => as;
	again = () => lacking(typed);
	reconnect = () => lacking(typed);
	fault(): void {
		throw new Error(typed);
	}

	async #type(line: string): Promise<Delivery> {
		const id = String(this.#startedAt.length);
		this.#startedAt.push(performance.now());
		this.#stdin.write(`${line}\n`);
		return { id };
	}
}

function lacking(reason: string): Promise<never> {
	return Promise.reject(new Error(`the suite skips this: ${reason}`));
}

const clearing = "\r\u001b[2K";

/** A line cleared is a line gone. */
function uncleared(line: string): string {
	const at = line.lastIndexOf(clearing);
	return at < 0 ? line : line.slice(at + clearing.length);
}
