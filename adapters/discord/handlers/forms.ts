import type { APIInteraction, APIModalInteractionResponseCallbackData } from "discord.js";
import type { Asker, Incoming, Reply } from "../../../src/domain/chat.ts";
import type { DigestForm } from "../../../src/domain/forms.ts";
import type { Control } from "../layout/controls.ts";
import { layDigestForm } from "../layout/digest-form.ts";
import { narrowForm } from "../layout/narrow-form.ts";
import { layVoteForm } from "../layout/votes.ts";
import { layWrongForm } from "../layout/wrong-form.ts";
import type { Answering, Shown } from "./answering.ts";
import type { Showing } from "./showing.ts";

/** How long a form may be made ready: it has to be the first response, within three seconds. */
const formWithinMs = 1_500;

/** A click that opens a form, and where the answer stands if there is none. */
export type Opening<K extends Control["kind"]> = {
	interaction: APIInteraction;
	control: Extract<Control, { kind: K }>;
	asker: Asker;
	audience: Shown["audience"];
};

type Where = Pick<Opening<Control["kind"]>, "interaction" | "asker" | "audience">;

/** Opens the forms: each is the first response to a click, so that nothing is deferred before it. */
export class Forms {
	readonly #parts: Answering;
	readonly #showing: Showing;

	constructor(parts: Answering, showing: Showing) {
		this.#parts = parts;
		this.#showing = showing;
	}

	/** What a click on a button opens. */
	open(opening: Opening<"refill" | "narrow" | "wrong" | "vote">): Promise<void> {
		const { control } = opening;
		switch (control.kind) {
			case "refill":
				return this.#refill({ ...opening, control });
			case "narrow":
				return this.#narrow({ ...opening, control });
			case "wrong":
				return this.#wrong({ ...opening, control });
			case "vote":
				return this.#why({ ...opening, control });
		}
	}

	/** Null where there is none for it, or where that takes so long that a notice has to do. */
	async digest(
		asked: { text: string; name: string } | { view: string },
		asker: Asker,
	): Promise<DigestForm | null> {
		const form = await this.#inTime(this.#parts.desk.digestForm(asked, asker));
		return form === "late" ? null : form;
	}

	async showDigest(interaction: APIInteraction, form: DigestForm): Promise<void> {
		const { wire, say } = this.#parts;
		await wire.form(interaction, layDigestForm(form, say));
	}

	/** The form of a digest again, with what was typed and could not be taken. */
	async #refill(opening: Opening<"refill">): Promise<void> {
		const { interaction, control, asker } = opening;
		const form = await this.digest({ view: control.view }, asker);
		if (form) return this.showDigest(interaction, form);
		await this.#tell(opening, { kind: "command", name: "digest", text: "list" });
	}

	async #narrow(opening: Opening<"narrow">): Promise<void> {
		const { control, asker } = opening;
		const { desk, say } = this.#parts;
		const { view, conversation } = control;
		const made = async () => {
			const request = await desk.request(view, asker);
			if (!request) return null;
			const language = await desk.language(asker, { text: request.text });
			return narrowForm(view, conversation, request, language, say);
		};
		await this.#open(opening, made(), { kind: "narrow", view, filters: {} });
	}

	/** The form for operators; to everybody else the desk tells that it is none of theirs. */
	async #wrong(opening: Opening<"wrong">): Promise<void> {
		const { control, asker } = opening;
		const { desk, say } = this.#parts;
		const { view, item } = control;
		const made = async () => {
			const form = await desk.wrongForm(view, item, asker);
			return form && layWrongForm(form, control, say);
		};
		const entry = { what: "", value: "", act: "", why: "" };
		await this.#open(opening, made(), { kind: "wrong", view, item, entry });
	}

	/** The second thumb is noted at once, and asks why. */
	async #why(opening: Opening<"vote">): Promise<void> {
		const { control, asker } = opening;
		const { desk, say } = this.#parts;
		const { view, vote } = control;
		const incoming = { kind: "vote", view, vote } as const;
		const made = async () => {
			const form = await desk.voteForm(view, asker);
			return form && layVoteForm(form, control, say);
		};
		// Begun first: the form may be sent before this is done.
		const form = this.#inTime(made());
		if ((await form) === null) return this.#tell(opening, incoming);
		const noted = desk.reply(incoming, asker);
		await this.#open(opening, form, incoming);
		await noted;
	}

	/** `otherwise`: what the desk tells why there is nothing to fill in. */
	async #open(
		opening: Where,
		made: Promise<APIModalInteractionResponseCallbackData | "late" | null>,
		otherwise: Incoming,
	): Promise<void> {
		const { desk, wire } = this.#parts;
		const { interaction, asker } = opening;
		const form = await this.#inTime(made);
		if (form === null) return this.#tell(opening, otherwise);
		if (form !== "late") return void (await wire.form(interaction, form));
		const language = desk.language(asker, { text: "" });
		await this.#tell(
			opening,
			otherwise,
			language.then((spoken) => ({ kind: "notice", notice: desk.notice("form_late", spoken) })),
		);
	}

	/** What cannot be made ready is none. */
	#inTime<T>(made: Promise<T | null>): Promise<T | "late" | null> {
		const late = this.#parts.sleep(formWithinMs).then((): "late" => "late");
		return Promise.race([made.catch(() => null), late]);
	}

	async #tell(
		{ interaction, asker, audience }: Where,
		incoming: Incoming,
		reply?: Promise<Reply>,
	): Promise<void> {
		const taken = await this.#parts.wire.defer(interaction, audience);
		const task = { incoming, asker, shown: { audience }, ...(reply ? { reply } : {}) };
		const outcome = await this.#showing.show(interaction, task, taken);
		if (outcome.state === "shown") await outcome.amended?.();
	}
}
