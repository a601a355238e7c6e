import { randomBytes } from "node:crypto";
import type { Result } from "./methods.ts";
import type { Json, World } from "./world.ts";

type File = {
	id: string;
	name: string;
	length: number;
	alt: string;
	data: Buffer | null;
	shared: boolean;
};

const refused = (error: string): Result => ({ ok: false, error });

/** Files that are sent in three steps, with Slack's rules: an address, the bytes, the message. */
export class Files {
	/** Files that people see, in their order. */
	readonly shared: (File & {
		channel: string;
		thread: string | null;
		title: string;
		comment: string;
	})[] = [];
	readonly #files = new Map<string, File>();
	readonly #world: World;
	readonly #addressOf: (id: string) => string;

	constructor(world: World, addressOf: (id: string) => string) {
		this.#world = world;
		this.#addressOf = addressOf;
	}

	/** `files.getUploadURLExternal` */
	give(args: Json): Result {
		const [name, length, alt] = ["filename", "length", "alt_txt"].map((key) => args[key]);
		const bytes = Number(length);
		if (!name || !Number.isInteger(bytes) || bytes < 1) return refused("invalid_arguments");
		if (String(alt ?? "").length > 1_000) return refused("alt_txt_too_long");
		const id = `F${randomBytes(5).toString("hex").toUpperCase()}`;
		const file = { id, name: String(name), length: bytes, alt: String(alt ?? "") };
		this.#files.set(id, { ...file, data: null, shared: false });
		return { ok: true, upload_url: this.#addressOf(id), file_id: id };
	}

	/** The bytes, as many as were announced, once. */
	take(id: string, data: Buffer): { status: number; text: string } {
		const file = this.#files.get(id);
		if (!file || file.data) return { status: 404, text: "" };
		if (data.length !== file.length) return { status: 400, text: "wrong length" };
		file.data = data;
		return { status: 200, text: `OK - ${data.length}` };
	}

	/** `files.completeUploadExternal` */
	complete(args: Json): Result {
		const given = JSON.parse(String(args["files"] ?? "[]")) as { id: string; title?: string }[];
		const files = given.map(({ id }) => this.#files.get(id));
		if (files.length === 0) return refused("invalid_arguments");
		if (files.some((file) => !file?.data || file.shared)) return refused("file_not_found");
		const channel = this.#world.channels.get(String(args["channel_id"]));
		if (!channel) return refused("channel_not_found");
		if (!channel.member && channel.im === null) return refused("not_in_channel");
		const thread = args["thread_ts"] === undefined ? null : String(args["thread_ts"]);
		const comment = String(args["initial_comment"] ?? "");
		for (const [n, file] of files.entries()) {
			if (!file) continue;
			file.shared = true;
			const title = given[n]?.title ?? file.name;
			this.shared.push({ ...file, channel: channel.id, thread, title, comment });
		}
		return { ok: true, files: given };
	}
}
