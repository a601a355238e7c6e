import type { Context, Hono } from "hono";
import { asIsnadError } from "../../../src/domain/errors.ts";
import { type Picture, pictureShapeKeys } from "../../../src/domain/picture.ts";
import { Turns } from "../../shared/turns.ts";
import { secureHeaders } from "./access/secure-headers.ts";
import { claimPicturePath, timelinePicturePath } from "./addresses.ts";
import type { Entered, FrontDesk } from "./front-desk.ts";
import { timelineAsked } from "./pages/asked-pages.ts";
import { notShown } from "./pages/not-shown.ts";
import type { ReaderParts } from "./reader-parts.ts";

/** A picture is a tenth of a second of work. */
const cost = 8;
const turns = new Turns(1);
const longestId = 500;

/** Pictures to share: of a claim with what stands against it, and of a timeline. */
export function addPictures(app: Hono, front: FrontDesk, parts: ReaderParts): void {
	const { pictures, room, answering } = parts;
	if (!pictures) return;
	const shapeOf = (c: Context) => pictureShapeKeys.find((each) => each === c.req.query("shape"));
	app.get(timelinePicturePath, async (c) => {
		const entered = front.enter(c, { path: timelinePicturePath, cost, signed: null });
		if (entered instanceof Response) return entered;
		const asked = { id: "", param: (key: string) => c.req.query(key) };
		return front.guarded(c, "/p/t", entered, () =>
			drawn(c, front, entered, async () => {
				const { visit } = entered;
				const { request } = timelineAsked(asked, visit);
				const { language } = visit;
				const answer = await answering.answer({ ...request, language, limit: mostDays });
				return pictures.ofAnswer(answer, shapeOf(c));
			}),
		);
	});
	app.get("/p/c/:file", async (c) => {
		const file = c.req.param("file");
		const id = file.replace(/\.png$/, "").slice(0, longestId);
		const path = claimPicturePath(id);
		const entered = front.enter(c, { path, cost, signed: [] });
		if (entered instanceof Response) return entered;
		return front.guarded(c, "/p/c", entered, () =>
			drawn(c, front, entered, async () => {
				const { language } = entered.visit;
				const item = file.endsWith(".png") ? (await room()).claim(id, language) : null;
				return item ? pictures.ofClaim(item, language, shapeOf(c)) : null;
			}),
		);
	});
}

const mostDays = 20;

/** What whoever asks can mend, or what is not there to be drawn. */
const theirs = ["question_empty", "question_too_long", "date_malformed", "picture_too_large"];

async function drawn(
	c: Context,
	front: FrontDesk,
	{ visit }: Entered,
	draw: () => Promise<Picture | null>,
): Promise<Response> {
	let picture: Picture | null;
	try {
		picture = await turns.run(draw);
	} catch (error) {
		const { code, told } = asIsnadError(error);
		if (!theirs.includes(code) && code !== "not_supported") throw error;
		const text = visit.say(visit.language, `error.${told.key}`, told.params);
		const status = code === "not_supported" ? 503 : 400;
		return front.show(c, notShown({ status, key: "no_picture", text }, visit), visit);
	}
	if (!picture) return front.show(c, notShown({ status: 404, key: "no_picture" }, visit), visit);
	for (const [header, value] of Object.entries(secureHeaders)) c.header(header, value);
	c.header("Content-Type", "image/png");
	c.header("Content-Disposition", 'inline; filename="isnad.png"');
	return c.body(new Uint8Array(picture.png));
}
