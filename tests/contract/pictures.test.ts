import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createPictures } from "../../adapters/picture/create-pictures.ts";
import { createReader } from "../../adapters/web/reader/create-reader.ts";
import { createAnswerer } from "../../src/answers/answerer.ts";
import type { Desk } from "../../src/domain/chat.ts";
import { IsnadError } from "../../src/domain/errors.ts";
import type { Pictures } from "../../src/domain/picture.ts";
import { deskOf } from "../desk.ts";
import { startBot } from "../servers/discord/bot.ts";
import { read } from "../servers/discord/reading.ts";
import { harbourArticles } from "../servers/reader/articles.ts";
import { readPage } from "../servers/reader/page-check.ts";
import { openSettings, readerOver } from "../servers/reader/server.ts";
import { openSlack, shortSleep } from "../servers/slack/stage.ts";
import { ids } from "../servers/slack/world.ts";
import { answererParts, say } from "../unit/answers/doubles.ts";

const pictures = createPictures(say);
afterAll(() => pictures.close());
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

const articles = harbourArticles();
const desk = () =>
	deskOf(articles, { answerer: createAnswerer({ ...answererParts(articles), pictures: true }) });
const broken: Pictures = {
	ofAnswer: () => Promise.reject(new IsnadError("not_supported", "none")),
	ofClaim: () => Promise.reject(new IsnadError("not_supported", "none", { key: "picture" })),
};

const tooLong: Pictures = {
	...broken,
	ofAnswer: () => Promise.reject(new IsnadError("picture_too_large", "no room")),
};
/** Others are being drawn when it is asked first. */
const busyOnce = (): Pictures => {
	let asked = 0;
	return {
		...pictures,
		ofAnswer: (...given) =>
			asked++ === 0 ? broken.ofAnswer(...given) : pictures.ofAnswer(...given),
	};
};

/** A picture is drawn in a thread, which on busy processors has to wait for them. */
const patience = { timeout: 20_000 };

const sizeOf = (png: Uint8Array) => {
	const view = Buffer.from(png);
	return [view.readUInt32BE(16), view.readUInt32BE(20)];
};

describe("what draws", () => {
	it("draws both shapes, and keeps what it drew", async () => {
		const answerer = createAnswerer(answererParts(articles));
		const answer = await answerer.answer({ command: "claims", text: "sludge", language: "ar" });
		const wide = await pictures.ofAnswer(answer);
		const tall = await pictures.ofAnswer(answer, "tall");
		expect(sizeOf(wide?.png ?? new Uint8Array(24))).toEqual([1200, 630]);
		expect(sizeOf(tall?.png ?? new Uint8Array(24))).toEqual([1080, 1350]);
		expect(wide?.alt).toContain("the ministry had dumped sludge near the reef");
		expect(await pictures.ofAnswer(answer)).toBe(wide);
	});
});

describe("the reader", () => {
	const reader = (given: Pictures | undefined) =>
		createReader(readerOver(articles, { pictures: given, settings: openSettings }));
	const get = (app: ReturnType<typeof reader>, path: string) =>
		app.request(path, { headers: { host: "127.0.0.1" } });

	it("links a contested claim and a timeline to their pictures", async () => {
		const app = reader(pictures);
		for (const page of ["/c/harbour-c1?lang=ar", "/t?q=boats&lang=en"]) {
			const html = await (await get(app, page)).text();
			expect(readPage(html).strange.filter((each) => !each.startsWith("href=https"))).toEqual([]);
			const links = readPage(html).links.filter((link) => link.startsWith("/p/"));
			expect(links).toHaveLength(2);
			for (const link of links) {
				const response = await get(app, link);
				expect(response.headers.get("content-type")).toBe("image/png");
				const [width] = sizeOf(new Uint8Array(await response.arrayBuffer()));
				expect(width).toBe(link.includes("tall") ? 1080 : 1200);
			}
		}
	});

	it("says that there is none where there is none", async () => {
		const status = async (app: ReturnType<typeof reader>, path: string) =>
			(await get(app, path)).status;
		expect(await status(reader(pictures), "/p/c/none.png")).toBe(404);
		expect(await status(reader(pictures), "/p/t.png?q=zeppelin")).toBe(404);
		expect(await status(reader(pictures), "/p/t.png")).toBe(400);
		expect(await status(reader(broken), "/p/c/harbour-c1.png")).toBe(503);
		expect(await status(reader(undefined), "/p/c/harbour-c1.png")).toBe(404);
		const html = await (await get(reader(undefined), "/c/harbour-c1")).text();
		expect(html).not.toContain("/p/");
	});
});

describe("Slack", () => {
	const open = async (
		given: Pictures,
		before?: (on: Awaited<ReturnType<typeof openSlack>>) => void,
		other: (whole: Desk) => Desk = (whole) => whole,
	) => {
		const on = await openSlack("socket", other(await desk()), {
			sleep: shortSleep,
			pictures: given,
		});
		closing.push(on.close);
		before?.(on);
		await on.command("claims", "sludge");
		await expect.poll(() => on.shown().filter(({ pending }) => !pending), patience).toHaveLength(1);
		const [answer] = on.shown().filter(({ pending }) => !pending);
		if (!answer) throw new Error("no answer");
		const message = on.server.world.messages.find(({ ts }) => ts === answer.id);
		if (!message) throw new Error("no message");
		return { on, click: () => on.people.click(message, "picture") };
	};

	it("posts it for everybody, once, with who shared it and words for whoever cannot see it", async () => {
		const { on, click } = await open(pictures);
		await click();
		await click();
		await expect.poll(() => on.server.files.shared, patience).toHaveLength(1);
		const [file] = on.server.files.shared;
		expect(file).toMatchObject({ channel: ids.channel, thread: null, name: "isnad.png" });
		expect(file?.comment).toContain("ann");
		expect(file?.alt).toContain("the ministry had dumped sludge near the reef");
		expect(sizeOf(file?.data ?? new Uint8Array(24))).toEqual([1200, 630]);
		expect(on.violations()).toEqual([]);
	});

	it("names who shared it, and nobody else", async () => {
		const { on, click } = await open(pictures, ({ server }) => {
			server.world.person("ann").name = "<!channel> & <@U0OTHER>";
		});
		await click();
		await expect.poll(() => on.server.files.shared, patience).toHaveLength(1);
		expect(on.server.files.shared[0]?.comment).toContain("&lt;!channel&gt; &amp; &lt;@U0OTHER&gt;");
	});

	it("tells whoever asked, alone, where the scope is lacking, and where none can be drawn", async () => {
		for (const [given, before] of [
			[
				pictures,
				(on: Awaited<ReturnType<typeof openSlack>>) => {
					on.server.scopes = on.server.scopes.filter((scope) => scope !== "files:write");
				},
			],
			[broken, undefined],
		] as const) {
			const { on, click } = await open(given, before);
			await click();
			await expect
				.poll(() => on.shown().map(({ text, audience }) => ({ text, audience })), patience)
				.toContainEqual({ audience: "asker", text: expect.stringContaining("No picture") });
			expect(on.server.files.shared).toEqual([]);
		}
	});

	it("posts it where it is asked for again after it could not be posted, or drawn", async () => {
		const lacking = await open(pictures);
		const { scopes } = lacking.on.server;
		lacking.on.server.scopes = scopes.filter((scope) => scope !== "files:write");
		const refused = ({ on }: typeof lacking) =>
			expect.poll(() => on.shown().filter(({ text }) => text.includes("No picture")), patience);
		await lacking.click();
		await refused(lacking).toHaveLength(1);
		lacking.on.server.scopes = scopes;
		await lacking.click();
		await expect.poll(() => lacking.on.server.files.shared, patience).toHaveLength(1);

		const busy = await open(busyOnce());
		await busy.click();
		await refused(busy).toHaveLength(1);
		await busy.click();
		await expect.poll(() => busy.on.server.files.shared, patience).toHaveLength(1);
		await busy.click();
		expect(busy.on.server.files.shared).toHaveLength(1);
	});

	it("tells that the words are too long where they are", async () => {
		const { on, click } = await open(tooLong);
		await click();
		await expect
			.poll(
				() =>
					on
						.shown()
						.map(({ text }) => text)
						.join(),
				patience,
			)
			.toContain("too long for a picture");
	});

	it("tells whoever clicked where the desk fails", async () => {
		const { on, click } = await open(pictures, undefined, (whole) => ({
			...whole,
			reply: (incoming, asker) =>
				incoming.kind === "share"
					? Promise.reject(new Error("away"))
					: whole.reply(incoming, asker),
		}));
		await click();
		await expect
			.poll(
				() =>
					on
						.shown()
						.map(({ text }) => text)
						.join(),
				patience,
			)
			.toContain(say("en", "notice.internal"));
	});

	it("sends the bytes again where that failed, and posts one", async () => {
		const { on, click } = await open(pictures);
		on.server.faults.plan("server_error", 1, "upload");
		await click();
		await expect.poll(() => on.server.files.shared, patience).toHaveLength(1);
	});
});

describe("Discord", () => {
	const open = async (given: Pictures) => {
		const bot = await startBot(await desk(), { pictures: given });
		closing.push(bot.close);
		const asked = bot.people.command(bot.ann, "claims", [
			{ type: 3, name: "topic", value: "sludge" },
		]);
		await bot.server.until(() => asked.answers > 0);
		const message = asked.original;
		const button =
			message && read(message.body).buttons.find(({ customId }) => customId.startsWith("picture:"));
		if (!message || !button) throw new Error("no button");
		return { bot, click: () => bot.people.click(bot.ann, message, button.customId) };
	};

	it("posts it for everybody, once, with who shared it and words for whoever cannot see it", async () => {
		const { bot, click } = await open(pictures);
		const first = click();
		await bot.server.until(() => first.answers > 0);
		const again = click();
		await bot.server.until(() => again.answers > 0);
		const shared = bot.posted().filter(({ message }) => message.onlyFor === null);
		expect(shared).toHaveLength(1);
		expect(shared[0]?.text, bot.logged.join("\n")).toContain("ann");
		expect(shared[0]?.message.body.attachments).toMatchObject([
			{ filename: "isnad.png", content_type: "image/png", width: 1200, height: 630 },
		]);
		expect(JSON.stringify(shared[0]?.message.body.components)).toContain("the ministry had dumped");
		expect(bot.server.world.violations).toEqual([]);
		expect(bot.server.refusals).toEqual([]);
	});

	it("says so where none can be drawn", async () => {
		const { bot, click } = await open(broken);
		const clicked = click();
		await bot.server.until(() => clicked.answers > 0);
		expect(bot.posted().at(-1)?.text).toContain("No picture");
		expect(bot.posted().at(-1)?.message.onlyFor).toBe(bot.ann.by.id);
	});

	it("posts it where it is asked for again after it could not be posted, or drawn", async () => {
		const { bot, click } = await open(busyOnce());
		const clicked = async () => {
			const made = click();
			await bot.server.until(() => made.answers > 0);
			return bot.posted().at(-1);
		};
		expect((await clicked())?.text).toContain("No picture");
		// The picture alone is refused, and not what tells of it.
		bot.server.faults.add({
			...{ kind: "answer", status: 400, path: "@original", method: "PATCH", times: 1 },
			text: JSON.stringify({ code: 50_035, message: "Invalid Form Body" }),
			type: "application/json",
		});
		expect((await clicked())?.text).toContain("No picture");
		expect((await clicked())?.message.body.attachments).toHaveLength(1);
		await clicked();
		const shared = bot.posted().filter(({ message }) => message.body.attachments);
		expect(shared).toHaveLength(1);
	});

	it("tells that the words are too long where they are", async () => {
		const { bot, click } = await open(tooLong);
		const clicked = click();
		await bot.server.until(() => clicked.answers > 0);
		expect(bot.posted().at(-1)?.text).toContain("too long for a picture");
	});
});
