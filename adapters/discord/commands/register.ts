import {
	type APIApplicationCommand,
	ApplicationCommandType,
	type REST,
	type RESTPostAPIApplicationCommandsJSONBody,
	Routes,
} from "discord.js";

type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

/** What has to be done so that Discord has the commands that this version knows. */
type CommandDifference = {
	create: CommandBody[];
	change: { id: string; to: CommandBody }[];
	remove: { id: string; name: string }[];
	/** Discord's own, which are left as they are: the command that opens an Activity. */
	kept: APIApplicationCommand[];
};

/** Where commands are registered: for everybody, or for one guild while developing. */
type Target = { application: string; guild: string | undefined };

export async function differenceOfCommands(
	rest: REST,
	target: Target,
	wanted: readonly CommandBody[],
): Promise<CommandDifference> {
	const there = (await rest.get(routeOf(target))) as APIApplicationCommand[];
	const known = new Map(there.map((command) => [keyOf(command), command]));
	const out: CommandDifference = { create: [], change: [], remove: [], kept: [] };
	for (const command of wanted.map((each) => forTarget(each, target))) {
		const old = known.get(keyOf(command));
		known.delete(keyOf(command));
		if (!old) out.create.push(command);
		else if (!same(command, old)) out.change.push({ id: old.id, to: command });
	}
	for (const command of known.values())
		if (command.type === ApplicationCommandType.PrimaryEntryPoint) out.kept.push(command);
		else out.remove.push({ id: command.id, name: command.name });
	return out;
}

/** Above so many differences one request that sets all takes the place of one for each. */
const mostSingly = 4;

/**
 * Sends only what differs: Discord allows 200 new commands a day, and few requests at a time. The
 * number of commands that differed.
 */
export async function registerCommands(
	rest: REST,
	target: Target,
	wanted: readonly CommandBody[],
): Promise<number> {
	const { create, change, remove, kept } = await differenceOfCommands(rest, target, wanted);
	const at = routeOf(target);
	const count = create.length + change.length + remove.length;
	if (count > mostSingly) {
		const body = [...kept, ...wanted.map((each) => forTarget(each, target))];
		await rest.put(at, { body });
		return count;
	}
	// First what goes, so that the number of commands never passes its limit.
	for (const { id } of remove) await rest.delete(`${at}/${id}`);
	for (const body of create) await rest.post(at, { body });
	for (const { id, to } of change) await rest.patch(`${at}/${id}`, { body: to });
	return count;
}

function routeOf({ application, guild }: Target): `/${string}` {
	return guild === undefined
		? Routes.applicationCommands(application)
		: Routes.applicationGuildCommands(application, guild);
}

/** Discord knows installs and contexts of global commands only. */
function forTarget(command: CommandBody, { guild }: Target): CommandBody {
	if (guild === undefined) return command;
	const { integration_types, contexts, ...body } = command;
	return body;
}

function keyOf({ type, name }: Pick<CommandBody, "type" | "name">): string {
	return `${type ?? ApplicationCommandType.ChatInput}:${name}`;
}

/** Whether everything that we say of a command is so at Discord, which adds fields of its own. */
function same(ours: unknown, theirs: unknown): boolean {
	if (Array.isArray(ours)) {
		const list = Array.isArray(theirs) ? theirs : [];
		return ours.length === list.length && ours.every((each, at) => same(each, list[at]));
	}
	if (ours !== null && typeof ours === "object") {
		const other = (theirs ?? {}) as Record<string, unknown>;
		// Options and choices that we no longer have are a difference too.
		const absent = ["options", "choices", "autocomplete", "required"].some(
			(field) => !(field in ours) && isSomething(other[field]),
		);
		return !absent && Object.entries(ours).every(([field, value]) => same(value, other[field]));
	}
	return ours === theirs || (ours === false && theirs === undefined);
}

function isSomething(value: unknown): boolean {
	return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
