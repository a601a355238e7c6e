import type { Context, Hono } from "hono";
import { IsnadError } from "../../../src/domain/errors.ts";
import type { ExportAsked, ExportFile, Exports } from "../../../src/domain/exported.ts";
import {
	exportFormatKeys,
	exportKinds,
	holdsKind,
} from "../../../src/domain/sets/export-formats.ts";
import { Turns } from "../../shared/turns.ts";
import { secureHeaders } from "./access/secure-headers.ts";
import { exportPath, feedKeys } from "./addresses.ts";
import type { Entered, FrontDesk } from "./front-desk.ts";
import { filtersIn } from "./pages/asked-pages.ts";
import { notShown } from "./pages/not-shown.ts";

/** Records that are given at once; for more there is the command line. */
const mostRecords = 10_000;
/** Half of what a client may take at once is for pages. */
const cost = 20;
/** Chosen one after the other: to look through a whole corpus is work. */
const turns = new Turns(1);

/** Files for other programs, of what a page shows: `/x/claims.csv?q=…`. */
export function addExports(app: Hono, front: FrontDesk, exports: Exports): void {
	app.get("/x/:id", async (c) => {
		const id = c.req.param("id");
		const asked = askedOf(id);
		const entered = front.enter(c, {
			path: exportPath(id),
			cost,
			// A program that reads a feed has no session.
			signed: asked?.format === "atom" ? feedKeys : null,
		});
		if (entered instanceof Response) return entered;
		const { visit } = entered;
		if (!asked) return front.show(c, notShown({ status: 404, key: "no_export" }, visit), visit);
		return front.guarded(c, "/x", entered, () => file(c, { ...asked, front, exports, entered }));
	});
}

type Wanted = Pick<ExportAsked, "kind" | "format"> & {
	front: FrontDesk;
	exports: Exports;
	entered: Entered;
};

async function file(c: Context, { kind, format, front, exports, entered }: Wanted) {
	const { visit } = entered;
	const text = c.req.query("q")?.trim() ?? "";
	const request = { text, ...filtersIn((key) => c.req.query(key)), language: visit.language };
	const { search } = new URL(c.req.url);
	const self = exportPath(c.req.param("id") ?? "") + search;
	try {
		const made = await turns.run(() =>
			exports.open({ kind, format, request }, { most: mostRecords, self }),
		);
		return sent(c, made);
	} catch (error) {
		if (!(error instanceof IsnadError) || !theirs.includes(error.code)) throw error;
		const text = visit.say(visit.language, `error.${error.told.key}`, error.told.params);
		return front.show(c, notShown({ status: 400, key: "too_large", text }, visit), visit);
	}
}

/** What whoever asks can mend. */
const theirs = ["question_empty", "question_too_long", "date_malformed", "request_malformed"];

function sent(c: Context, { name, type, chunks }: ExportFile): Response {
	for (const [header, value] of Object.entries(secureHeaders)) c.header(header, value);
	c.header("Content-Type", type);
	c.header("Content-Disposition", `attachment; filename="${name}"`);
	const parts = chunks[Symbol.asyncIterator]();
	const encoder = new TextEncoder();
	return c.body(
		new ReadableStream<Uint8Array>({
			async pull(out) {
				const next = await parts.next();
				if (next.done) out.close();
				else out.enqueue(encoder.encode(next.value));
			},
			async cancel() {
				await parts.return?.(undefined);
			},
		}),
	);
}

/** `claims.csv`; null where there is no such file. */
function askedOf(id: string): Pick<ExportAsked, "kind" | "format"> | null {
	const [kindName, formatName, ...more] = id.split(".");
	const kind = exportKinds.find((each) => each === kindName);
	const format = exportFormatKeys.find((each) => each === formatName);
	return kind && format && more.length === 0 && holdsKind(format, kind) ? { kind, format } : null;
}
