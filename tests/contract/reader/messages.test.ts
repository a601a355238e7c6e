import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layOut } from "../../../adapters/console/layout.ts";
import type { Reply } from "../../../src/domain/chat.ts";
import { type Language, languageKeys } from "../../../src/domain/sets/languages.ts";
import { harbourArticles } from "../../servers/reader/articles.ts";
import {
	askerOn,
	digestOn,
	type Linked,
	payloadOn,
	readerLinks,
	serveLinked,
} from "../../servers/reader/linked.ts";
import { asShown, readPage } from "../../servers/reader/page-check.ts";

let linked: Linked;
beforeAll(async () => {
	linked = await serveLinked(harbourArticles());
});
afterAll(() => linked.close());

const asked = { en: "sludge near the reef", ar: "الحمأة قرب الشعاب" };

async function ask(
	command: "claims" | "ask" | "timeline",
	language: Language,
	platform: "slack" | "discord",
): Promise<Reply> {
	const request = { command, text: command === "timeline" ? "boats" : asked[language], language };
	return linked.desk.reply({ kind: "request", request }, askerOn(platform, language));
}

/** The words that the pages mark which these links lead to. */
async function markedBehind(links: string[]): Promise<string[]> {
	const marked = [];
	for (const link of links) {
		const response = await fetch(link);
		expect(response.status, link).toBe(200);
		marked.push(...readPage(await response.text()).texts("mark"));
	}
	return marked;
}

/** Every quotation that the reply cites, the first items of an answer alone. */
function quotedIn(reply: Reply): string[] {
	if (reply.kind !== "answer") throw new Error(`no answer: ${reply.kind}`);
	return reply.answer.items.flatMap((item) =>
		item.kind === "source"
			? []
			: [
					item.quote,
					...("contradictedBy" in item ? (item.contradictedBy ?? []).map((r) => r.quote) : []),
				],
	);
}

describe.each(["slack", "discord"] as const)("messages on %s", (platform) => {
	it.each(languageKeys)("link each quotation to its place (%s)", async (language) => {
		for (const command of ["claims", "ask", "timeline"] as const) {
			const reply = await ask(command, language, platform);
			const payload = payloadOn[platform](linked, reply, askerOn(platform, language));
			const links = readerLinks(payload, linked.origin);
			const quoted = new Set(quotedIn(reply).map(asShown));
			const marked = await markedBehind(links);
			expect(links.length, command).toBeGreaterThan(0);
			expect(marked.length).toBe(links.length);
			for (const words of marked) expect(quoted).toContain(words);
			if (reply.kind !== "answer") continue;
			for (const { kind, ...item } of reply.answer.items.slice(0, 3))
				if ("quote" in item) expect(marked, `${command} ${kind}`).toContain(asShown(item.quote));
		}
	});

	it("link a quotation that is checked, and what stands against it", async () => {
		const asker = askerOn(platform, "en");
		const reply = await ask("claims", "en", platform);
		if (reply.kind !== "answer") throw new Error("no answer");
		const check = { kind: "check_quote", view: reply.view, item: 0 } as const;
		const quotation = await linked.desk.reply(check, asker);
		const payload = payloadOn[platform](linked, quotation, asker);
		const links = readerLinks(payload, linked.origin);
		const marked = await markedBehind(links);
		expect(marked).toContain("the ministry had dumped sludge near the reef");
		expect(marked).toContain("it had dumped any sludge near the reef");
	});

	it("link what a digest cites", async () => {
		const articles = linked.app.answerer.articles();
		const answer = await linked.app.answerer.digest({
			request: { command: "claims", text: asked.en, language: "en" },
			...{ language: "en", day: "2024-06-01", since: null, missed: null, gone: [] },
			newClaims: new Set(articles.flatMap(({ claims }) => claims.map(({ id }) => id))),
			...{ told: new Set(), articles: articles.length },
		});
		const links = readerLinks(digestOn[platform](linked, answer), linked.origin);
		const marked = await markedBehind(links);
		expect(marked.length).toBeGreaterThan(0);
		expect(marked).toContain("the ministry had dumped sludge near the reef");
	});
});

describe("the console", () => {
	it("prints the address of each place", async () => {
		const reply = await ask("claims", "en", "slack");
		if (reply.kind !== "answer") throw new Error("no answer");
		const text = layOut(reply.answer, linked.app.say, { width: 2_000, color: false });
		const links = readerLinks(text.replace(/\n/g, " "), linked.origin);
		expect(await markedBehind(links)).toContain("the ministry had dumped sludge near the reef");
	});
});

describe("a link", () => {
	it("leads to the words by itself in browsers that find text, and stays short", async () => {
		const reply = await ask("claims", "ar", "discord");
		const payload = payloadOn.discord(linked, reply, askerOn("discord", "ar"));
		const links = readerLinks(payload, linked.origin);
		for (const link of links) {
			expect(link).toMatch(/#cited:~:text=%D8[^,]+,[^,]+$/);
			expect(link.length).toBeLessThan(420);
		}
	});
});
