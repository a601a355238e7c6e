import type { Answer, Request } from "../domain/answer.ts";
import type { Asker, Reply } from "../domain/chat.ts";
import type { DigestField, DigestForm, FieldProblem } from "../domain/forms.ts";
import type { Say } from "../domain/messages.ts";
import { type AskingCommand, commands } from "../domain/sets/commands.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { Answering } from "./answering.ts";
import type { ChatReader } from "./chat-reader.ts";
import { chosenByName, type Speech } from "./languages.ts";
import { refusal } from "./notices.ts";
import { type Operators, type Right, refusedFor } from "./rights.ts";
import type { SettingsCommand } from "./settings/settings-command.ts";
import type { Views } from "./views/views.ts";

/** A family of commands that is kept elsewhere: digests, sources. */
export type CommandFamily = {
	/** Whether the text is one of its commands; any text is where this is absent. */
	handles?(text: string): boolean;
	/** Whether the text only looks at what there is, which everybody may. */
	isOpen(text: string): boolean;
	/** Why nobody can have this there, whoever asks; null where somebody may. */
	refuses?(text: string, asker: Asker, language: Language): Reply | null;
	run(text: string, asker: Asker, language: Language): Promise<Told | { answer: Answer }>;
};

/** `draft`: what was typed and could not be taken, which a form can be filled with. */
type Told = Reply & { draft?: string };

/** Digests have a form as well; see the desk. */
export type DigestFamily = CommandFamily & {
	form?(
		text: string,
		asker: Asker,
		language: Language,
		isDraft: boolean,
	): Promise<DigestForm | null>;
	problem?(
		text: string,
		asker: Asker,
		language: Language,
	): Promise<FieldProblem<DigestField> | null>;
};

export type CommandParts = {
	reader: ChatReader;
	answering: Answering;
	settings: SettingsCommand;
	speech: Speech;
	views: Views;
	say: Say;
	help(language: Language): Reply;
	operators: Operators;
	digests?: DigestFamily | undefined;
	sources?: CommandFamily | undefined;
};

/** A text behind a command, whoever typed it. */
type Typed = { text: string; asker: Asker; language: Language };

/** `/isnad …`, `/claims …` and the words for them, typed or sent by a platform. */
export class Commands {
	readonly #parts: CommandParts;

	constructor(parts: CommandParts) {
		this.#parts = parts;
	}

	async run(name: string, text: string, asker: Asker): Promise<Reply> {
		const { reader, answering, settings, say, help, operators, digests, sources } = this.#parts;
		const key = reader.command(name);
		// Most questions need no text of ours, and wait for no setting.
		if (key !== null && commands[key].asks && text.trim() && key !== "sources")
			return this.ask(reader.question(key as AskingCommand, text), name, asker);
		const language = await this.#parts.speech.of(asker, { name, text });
		const typed = { text, asker, language };
		switch (key) {
			case null:
				return refusal(say, "unknown_command", language, { command: name.slice(0, 40) });
			case "isnad": {
				const [first = "", ...rest] = text.trim().split(/\s+/);
				if (!first) return help(language);
				// "/isnad language ar" is a setting without its word.
				const bare = reader.command(first) === null && settings.reads(text);
				return bare ? this.run("settings", text, asker) : this.run(first, rest.join(" "), asker);
			}
			case "help":
				return help(language);
			case "more":
				return answering.more(asker, language);
			case "quit":
				return refusal(say, "unknown_command", language, { command: name });
			case "settings":
				return { kind: "notice", notice: await settings.run(text, asker, language, operators) };
			case "digest":
				return this.#family(digests, "manage", typed);
			case "sources":
				if (sources && (sources.handles?.(text) ?? !sources.isOpen(text)))
					return this.#family(sources, "operate", typed);
				break;
		}
		if (key !== "sources") return help(language);
		return this.ask(reader.question(key, text), name, asker);
	}

	/** In the language of the question; in Arabic where the command was given so. */
	async ask(request: Request, name: string, asker: Asker): Promise<Reply> {
		const { answering, speech } = this.#parts;
		if (!request.text) request.language ??= await speech.of(asker, { name });
		return answering.answer(request, asker, { language: chosenByName({ name }) });
	}

	/** See the desk. */
	async digestForm(asked: { text: string; name?: string } | { view: string }, asker: Asker) {
		const { digests, operators, speech, views } = this.#parts;
		if (refusedFor("manage", asker, operators)) return null;
		const isDraft = "view" in asked;
		const text = isDraft ? (await views.get(asked.view, asker))?.request?.text : asked.text;
		if (text === undefined) return null;
		const name = "name" in asked ? asked.name : undefined;
		const language = await speech.of(asker, { name, text });
		return (await digests?.form?.(text, asker, language, isDraft)) ?? null;
	}

	/** See the desk. */
	async digestProblem({ name, text }: { name: string; text: string }, asker: Asker) {
		const { digests, operators, speech } = this.#parts;
		if (refusedFor("manage", asker, operators)) return null;
		return (await digests?.problem?.(text, asker, await speech.of(asker, { name }))) ?? null;
	}

	async #family(
		family: CommandFamily | undefined,
		right: Right,
		{ text, asker, language }: Typed,
	): Promise<Reply> {
		const { say, views, operators } = this.#parts;
		if (!family) return refusal(say, "not_served", language);
		const closed = family.refuses?.(text, asker, language);
		if (closed) return closed;
		const refused = family.isOpen(text) ? null : refusedFor(right, asker, operators);
		if (refused) return refusal(say, refused, language);
		const made = await family.run(text, asker, language);
		if ("kind" in made) {
			const { draft, ...reply } = made;
			if (reply.kind !== "notice" || draft === undefined) return reply;
			const view = await views.keepDraft({ command: "claims", text: draft }, asker);
			return { ...reply, again: { form: "digest", view } };
		}
		const view = await views.keep(made.answer, null, asker);
		return { kind: "answer", answer: made.answer, view };
	}
}
