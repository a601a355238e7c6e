import { resolve } from "node:path";
import { IsnadError } from "../../../domain/errors.ts";
import type { ExportAsked, ExportFile } from "../../../domain/exported.ts";
import {
	exportFormatKeys,
	exportFormats,
	exportKinds,
	holdsKind,
} from "../../../domain/sets/export-formats.ts";
import { oneOf } from "../../../domain/sets/filters.ts";
import { write } from "../../io.ts";
import { printableLine } from "../../printable.ts";
import type { App } from "../../serving/app.ts";
import type { Call } from "../call.ts";
import { requestOf } from "../one-answer.ts";
import { type Options, textOption } from "../options.ts";
import { writeWhole } from "../whole-file.ts";
import { withApp } from "../with-app.ts";

/** Writes claims, events or figures for other programs, to standard output or a file. */
export async function run(call: Call): Promise<number> {
	const { options, positionals } = call;
	const asked = askedOf(positionals, options);
	const out = textOption(options, "out");
	if (options["out"] !== undefined && out === undefined)
		throw new IsnadError("usage", "--out is empty: name a file.");
	return withApp(call, (app) => exportFrom(app, asked, out, call));
}

async function exportFrom(
	app: App,
	asked: ExportAsked,
	out: string | undefined,
	call: Call,
): Promise<number> {
	const { io, config, log } = call;
	const { openExports } = await import("../../serving/exports/open-exports.ts");
	const { citationLinks } = await import("../../serving/reader-access.ts");
	const store = asked.format === "atom" ? await openJournal(call) : null;
	try {
		const pageOf = citationLinks(config, io.now);
		const exports = openExports({
			answering: (work) => work(app),
			...{ say: app.say, log, pageOf },
			origin: null,
			changes: store?.changes ?? null,
		});
		const file = await exports.open(asked);
		if (out === undefined) return await toOutput(file, call);
		const path = resolve(io.cwd, out);
		const bytes = await writeWhole(path, file.chunks, io.signal);
		await write(
			io.stderr,
			`${printableLine(`${file.count} ${asked.kind} in ${path} (${bytes} bytes).`)}\n`,
		);
		return 0;
	} finally {
		await store?.close();
	}
}

async function toOutput({ chunks }: ExportFile, { io }: Call): Promise<number> {
	for await (const chunk of chunks) {
		if (io.signal.aborted)
			throw new IsnadError("stopped", "export was stopped before it was done.");
		if (!(await write(io.stdout, chunk))) break;
	}
	return 0;
}

/** Errors: `usage`. */
function askedOf(positionals: readonly string[], options: Options): ExportAsked {
	const [first] = positionals;
	const named = exportKinds.find((kind) => kind === first);
	const text = positionals.slice(named ? 1 : 0).join(" ");
	const kind = named ?? exportKinds[0];
	const wanted = textOption(options, "format") ?? exportFormatKeys[0];
	const format = exportFormatKeys.find((each) => each === wanted);
	if (!format)
		throw new IsnadError(
			"usage",
			`There is no format ${JSON.stringify(wanted?.slice(0, 40))}: use ${oneOf(exportFormatKeys)}.`,
		);
	if (!holdsKind(format, kind))
		throw new IsnadError(
			"usage",
			`${format} holds no ${kind}: export ${exportFormats[format].of.join(" or ")} in it.`,
		);
	return { kind, format, request: requestOf("claims", text, options) };
}

/** Of the state, where something was kept already: an export makes none. */
async function openJournal({ config, io }: Call) {
	const { isKept, openStore } = await import("../../../storage/open.ts");
	if (isKept(config)) return openStore(config);
	await write(
		io.stderr,
		"Nothing was noted as new yet, so the feed is empty: isnad serve notes what comes in.\n",
	);
	return null;
}
