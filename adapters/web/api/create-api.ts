import { type Context, Hono } from "hono";
import { IsnadError } from "../../../src/domain/errors.ts";
import { languageOr } from "../../../src/domain/sets/languages.ts";
import {
	type ProgramOperation,
	programOperations,
} from "../../../src/domain/sets/program-operations.ts";
import { failureOf, outcomeOf } from "../../shared/programs/failure.ts";
import { operations } from "../../shared/programs/operations.ts";
import { type Admission, type Admitted, tooMany } from "./admission.ts";
import { type DoorParts, usualLanguage } from "./api-parts.ts";
import { apiBase, documentPath, openApiDocument, pathOf } from "./openapi.ts";
import { problem } from "./problem.ts";
import { queryEntry } from "./query-entry.ts";

/** Longer than any address with a question of the longest kind in it, as browsers write Arabic. */
const longestAddress = 12_000;
const documentVersion = "1";
const headers = {
	"X-Content-Type-Options": "nosniff",
	"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
	"X-Robots-Tag": "noindex, nofollow, noarchive",
	// Asked again each time: a correction may have taken down what was said.
	"Cache-Control": "private, no-cache",
	Vary: "Authorization, Origin",
};

/** Questions of other programs as JSON, to be mounted at `/`. */
export function createApi(parts: DoorParts, admission: Admission): Hono {
	const app = new Hono();
	const { desk, say, settings, now } = parts;
	app.use(`${apiBase}/*`, async (c, next) => {
		for (const [name, value] of Object.entries(headers)) c.header(name, value);
		await next();
	});
	/** Runs the work for whoever may ask; what keeps it from being done is told as a problem. */
	const admitted = async (c: Context, work: (by: Admitted) => Promise<Response>) => {
		const begun = now();
		try {
			if (c.req.url.length > longestAddress)
				throw new IsnadError("request_malformed", "The address is too long: ask for less.");
			return await work(await admission.admit(c));
		} catch (error) {
			const failure = failureOf(error);
			const outcome = outcomeOf(failure);
			const by = { door: "api", token: null } as const;
			desk.note("none", by, { outcome, begun, code: failure.code });
			return problem(c, failure);
		}
	};
	for (const operation of programOperations)
		app.get(apiBase + pathOf(operation).route, (c) =>
			admitted(c, (by) => answer(c, operation, by, parts)),
		);
	app.get(apiBase + documentPath, (c) =>
		admitted(c, async (by) => {
			tooMany(by.take(1));
			const language = languageOr(c.req.query("language"), usualLanguage);
			const { publicUrl } = settings;
			const server = publicUrl.replace(/\/+$/, "");
			return c.json(openApiDocument({ language, say, version: documentVersion, server }));
		}),
	);
	app.all(`${apiBase}/*`, (c) =>
		admitted(c, async () => {
			throw new IsnadError(
				"path_unknown",
				`There is no such path, or it takes GET alone: ${apiBase}${documentPath} lists them.`,
			);
		}),
	);
	return app;
}

async function answer(
	c: Context,
	operation: ProgramOperation,
	by: Admitted,
	{ desk, settings, version, now }: DoorParts,
): Promise<Response> {
	const begun = now();
	const { input, cost } = operations[operation];
	tooMany(by.take(cost));
	const id = c.req.param("id");
	const entry = queryEntry(input, c.req.queries());
	if (id !== undefined) entry["id"] = id;
	const asking = { door: "api", token: by.token, signal: c.req.raw.signal } as const;
	const serving = await version();
	const tag = `W/"${serving}"`;
	// What sources tells of how each is read changes without the corpus, and so do translations.
	const isTagged = operation === "article" || !(operation === "sources" || settings.isTranslated);
	if (isTagged && isNamed(c.req.header("if-none-match"), tag)) {
		desk.note(operation, asking, { outcome: "unchanged", begun });
		return c.body(null, 304, { ETag: tag });
	}
	const outcome = await desk.ask(operation, entry, asking);
	if ("failure" in outcome) return problem(c, outcome.failure);
	// An answer between two states of the corpus is nobody's.
	if (isTagged && (await version()) === serving) c.header("ETag", tag);
	return c.json(outcome.result);
}

function isNamed(header: string | undefined, tag: string): boolean {
	const plain = (each: string) => each.trim().replace(/^W\//, "");
	return (header ?? "").slice(0, 1_000).split(",").map(plain).includes(plain(tag));
}
