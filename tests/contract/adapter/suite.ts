import { beforeAll, describe, expect, it, type TestContext } from "vitest";
import { mostOnPage } from "../../../adapters/shared/answer/answer-blocks.ts";
import type { Desk, Incoming } from "../../../src/domain/chat.ts";
import { emptyDesk, shippedDesk } from "../../desk.ts";
import { describeConversation } from "./conversation.ts";
import { answering, asked, placesOf, slow, throwing } from "./cores.ts";
import { describeFeedback } from "./feedback.ts";
import { heldSessions } from "./held-sessions.ts";
import { hostileAnswer } from "./hostile.ts";
import { answers, citationsIn, done, settled, until } from "./shown.ts";
import type { Ability, ButtonAction, Session, Shown, Stage } from "./stage.ts";
import { describeWhatIsTold } from "./what-is-told.ts";

/** What every platform's adapter has to do, whatever the platform; each runs it over the wire. */
export function describeAdapter(stage: Stage): void {
	describeConversation(stage);
	describeFeedback(stage);
	describeWhatIsTold(stage);
	describe(`${stage.name}: the adapter suite`, () => {
		let desk: Desk;
		const hold = heldSessions();
		beforeAll(async () => {
			desk = await shippedDesk();
		});

		const open = async (over: Desk = desk) => {
			return hold(await stage.open(over));
		};
		const needs = (context: TestContext, ...abilities: Ability[]) => {
			for (const ability of abilities) {
				const reason = stage.lacks[ability];
				if (reason) context.skip(`${stage.name} lacks ${ability}: ${reason}`);
			}
		};
		const test = (
			name: string,
			abilities: Ability[],
			run: (context: TestContext) => Promise<void>,
		) =>
			it(name, async (context) => {
				needs(context, ...abilities);
				await run(context);
			});
		/** What the core answers, as places: the adapter must show the same in the same order. */
		const expected = async (incoming: Incoming) => placesOf(await asked(desk, incoming));

		describe("questions", () => {
			test("a command is answered with the core's citations", ["commands"], async () => {
				const on = await open();
				await on.command("claims", "china drones");
				const [answer] = await answers(on, 1);
				const wanted = await expected({ kind: "command", name: "claims", text: "china drones" });
				expect(citationsIn(answer?.text ?? "")).toEqual(wanted);
				expect(wanted.length).toBeGreaterThan(2);
			});

			test("the answer to a command is the asker's alone", ["commands", "private"], async () => {
				const on = await open();
				await on.command("claims", "china drones");
				expect((await answers(on, 1))[0]?.audience).toBe("asker");
			});

			test("Arabic questions are answered in Arabic", ["direct"], async () => {
				const on = await open();
				const text = "من نفى تزويد روسيا بالسلاح؟";
				await on.direct(text);
				const [answer] = await answers(on, 1);
				expect(answer?.text).toMatch(/السطر/);
				// Where a message holds no whole page, the rest is behind "more".
				const shown = citationsIn(answer?.text ?? "");
				const wanted = await expected({ kind: "message", text });
				expect(shown).toEqual(wanted.slice(0, shown.length));
				expect(shown.length).toBeGreaterThan(2);
			});

			test("filters in the text hold, and are echoed", ["commands"], async () => {
				const on = await open();
				await on.command("claims", "weapons by:china stance:denied");
				const [answer] = await answers(on, 1);
				expect(answer?.text).toMatch(/denied/);
				expect(answer?.text).toMatch(/Only denials/);
			});

			test("words of grammar beside a filter ask for nothing more", ["commands"], async () => {
				const on = await open();
				for (const [at, text] of [
					"by:china",
					"the by:china",
					"what about --by china",
					"ماذا عن قائل:الصين",
				].entries()) {
					await on.command("claims", text);
					const all = await answers(on, at + 1);
					const cited = all.map(({ text: shown }) => citationsIn(shown));
					expect(cited[0]?.length).toBeGreaterThan(0);
					expect(cited[at]?.length, text).toBe(cited[0]?.length);
				}
			});

			test("a mention is answered in its thread, for all", ["mentions", "threads"], async () => {
				const on = await open();
				await on.mention("what did China deny?");
				const [answer] = await answers(on, 1);
				expect(answer).toMatchObject({ audience: "channel", mentions: [] });
				expect(answer?.thread).not.toBeNull();
				expect(citationsIn(answer?.text ?? "").length).toBeGreaterThan(0);
			});

			test("a follow-up keeps the topic and adds to it", ["direct"], async () => {
				const on = await open();
				await on.direct("claims weapons for Russia");
				await answers(on, 1);
				await on.direct("who denied it?");
				const [, second] = await answers(on, 2);
				expect(second?.text).toMatch(/weapons/i);
				expect(second?.text).toMatch(/Only denials/);
			});

			test("a follow-up in a thread is answered there", ["mentions", "threads"], async () => {
				const on = await open();
				await on.mention("claims weapons for Russia");
				const [first] = await answers(on, 1);
				if (!first) throw new Error("no answer");
				await on.mention("and before 2023?", { thread: first.id, as: "ben" });
				const [, second] = await answers(on, 2);
				expect(second?.text).toMatch(/2022-12-31/);
				expect(second?.thread).toBe(first.thread);
			});

			test("the word more goes on where the message ended", ["direct"], async () => {
				const on = await open();
				const seen: string[] = [];
				for (const [at, text] of ["claims china drones", "more", "more"].entries()) {
					await on.direct(text);
					const all = await answers(on, at + 1);
					seen.push(...citationsIn(all.at(-1)?.text ?? ""));
				}
				const request = { command: "claims", text: "china drones", limit: 40 } as const;
				const wanted = placesOf(await asked(desk, { kind: "request", request }));
				expect(seen).toEqual(wanted.slice(0, seen.length));
				expect(seen.length).toBeGreaterThan(5);
			});

			test(
				"each article is told once, and what stands against several items once",
				["direct"],
				async () => {
					const on = await open();
					await on.direct("claims china drones");
					const [answer] = await answers(on, 1);
					const text = answer?.text ?? "";
					expect(text).toMatch(/^\S*Said by Politico.*denied in part by China/);
					expect(text.match(/Putin in China/g)).toHaveLength(1);
					expect(text.match(/China does not supply Russia with any weapons/g)).toHaveLength(1);
					expect(text).toMatch(/answers 1, 2, 3 in part/);
					// Only what names the topic is counted.
					expect(text).toMatch(/1 to 3 of 4/);
					expect(text).not.toMatch(/unknown|\.txt|“/);
				},
			);

			test("near misses are shown to whoever asks for them", ["direct"], async () => {
				const on = await open();
				await on.direct("How many bicycles were sold in Norway?");
				const [refusal] = await answers(on, 1);
				expect(refusal?.text).toMatch(
					/^\S*The articles do not say\. Found nowhere: bicycles, Norway/,
				);
				expect(citationsIn(refusal?.text ?? "")).toEqual([]);
				await on.direct("more");
				const [, nearest] = await answers(on, 2);
				expect(nearest?.text).toMatch(/The articles do not say/);
				expect(nearest?.text).toMatch(/nearest passages/);
				expect(citationsIn(nearest?.text ?? "").length).toBeGreaterThan(1);
			});

			test("a button leads to near misses too", ["commands", "buttons"], async () => {
				const on = await open();
				await on.command("ask", "How many bicycles were sold in Norway?");
				const [refusal] = await answers(on, 1);
				if (!refusal) throw new Error("no answer");
				await on.click(refusal, "more");
				const all = await answers(on, 2);
				const nearest = all.find(({ id }) => id !== refusal.id);
				expect(citationsIn(nearest?.text ?? "").length).toBeGreaterThan(1);
			});

			test("a refusal that is shared is the refusal alone", ["commands", "private"], async () => {
				const on = await open();
				await on.command("ask", "How many bicycles were sold in Norway?");
				const [refusal] = await answers(on, 1);
				if (!refusal) throw new Error("no answer");
				await on.click(refusal, "share");
				const all = await until(on, "the shared refusal", (shown) =>
					done(shown).some(({ audience }) => audience === "channel"),
				);
				const shared = all.find(({ audience }) => audience === "channel");
				expect(shared?.text).toMatch(/The articles do not say\. Found nowhere: bicycles, Norway/);
				expect(citationsIn(shared?.text ?? "")).toEqual([]);
			});

			test("a person's message is looked for as a whole", ["about"], async () => {
				const on = await open();
				await on.about("They say China sends drones to Russia? <https://x.example|link>");
				expect(citationsIn((await answers(on, 1))[0]?.text ?? "").length).toBeGreaterThan(0);
			});

			test("an empty command gets help with an example", ["commands"], async () => {
				const on = await open();
				await on.command("claims", "");
				const [help] = await answers(on, 1);
				expect(help?.text).toMatch(/How to ask/);
				expect(help?.text).toMatch(/claims \S+/);
			});

			test("a bad filter is answered with what to change", ["commands"], async () => {
				const on = await open();
				await on.command("claims", "drones from:soon");
				expect((await answers(on, 1))[0]?.text).toMatch(/is no date/);
			});

			test("a corpus without articles says so", ["direct"], async () => {
				const on = await open(await emptyDesk());
				await on.direct("what did China deny?");
				expect((await answers(on, 1))[0]?.text).toMatch(/does not say|no article|0 articles/i);
			});
		});

		describe("buttons", () => {
			const first = async (on: Session): Promise<Shown> => {
				if (stage.lacks.commands) await on.direct("claims china drones");
				else await on.command("claims", "china drones");
				const [answer] = await answers(on, 1);
				if (!answer) throw new Error("no answer");
				return answer;
			};
			const next = async (on: Session, action: ButtonAction, item?: number) => {
				const before = await first(on);
				await on.click(before, action, item);
				const all = await answers(on, 2);
				return { before, after: all.find(({ id }) => id !== before.id) ?? all[1] };
			};

			test(
				"more goes on where the answer ended, and nothing is passed over",
				["buttons"],
				async () => {
					const on = await open();
					const shown: string[] = [];
					let last = await first(on);
					const seen = new Set<string>();
					for (let pages = 1; pages < 4; pages++) {
						shown.push(...citationsIn(last.text));
						seen.add(last.id);
						await on.click(last, "more");
						const all = await answers(on, pages + 1);
						const fresh = all.find(({ id }) => !seen.has(id));
						if (!fresh) throw new Error("no further page");
						last = fresh;
					}
					const reply = await asked(desk, {
						kind: "request",
						request: { command: "claims", text: "china drones", limit: 40 },
					});
					expect(shown).toEqual(placesOf(reply).slice(0, shown.length));
					expect(shown.length).toBeGreaterThan(8);
				},
			);

			test("a quotation is shown where it stands", ["buttons"], async () => {
				const on = await open();
				const { before, after } = await next(on, "check_quote", 0);
				const [place] = citationsIn(before.text);
				expect(citationsIn(after?.text ?? "")[0]).toBe(place);
				// What is not known, and the file, are told where somebody checks.
				expect(after?.text).toMatch(/002_72b934558a7706ca\.txt/);
				expect(after?.text).toMatch(/day unknown/);
				expect(before.text).not.toMatch(/\.txt|unknown/);
			});

			test(
				"what is shared is seen by all, once, however often it is clicked",
				["buttons", "private"],
				async () => {
					const on = await open();
					const before = await first(on);
					const click = await on.click(before, "share");
					await on.click(before, "share");
					if (!stage.lacks.redelivery) await on.again(click);
					await until(on, "the shared answer", (all) =>
						done(all).some(({ audience }) => audience === "channel"),
					);
					const shared = (await settled(on)).filter(({ audience }) => audience === "channel");
					expect(shared).toHaveLength(1);
					expect(citationsIn(shared[0]?.text ?? "")).toEqual(citationsIn(before.text));
					expect(shared[0]?.text).toMatch(/Said by Politico.*denied in part by China/);
					expect(shared[0]?.mentions).toEqual([]);
				},
			);

			test("how the question was read is told where it is asked for", ["buttons"], async () => {
				const on = await open();
				const { before, after } = await next(on, "reading");
				expect(before.text).not.toMatch(/Also looked for/);
				expect(after?.text).toMatch(/Also looked for/);
			});

			test("the form narrows the same question", ["forms"], async () => {
				const on = await open();
				const before = await first(on);
				await on.narrow(before, { by: "China", stance: "denies" });
				const [, after] = await answers(on, 2);
				expect(after?.text).toMatch(/Only denials/);
				expect(after?.text).toMatch(/Only what China said/);
			});
		});

		describe("what hurts", () => {
			test(
				"a slow core: acknowledged, then shown to be at work, then answered in place",
				["commands"],
				async () => {
					const gate = Promise.withResolvers<void>();
					const on = await open(slow(desk, gate.promise));
					const delivery = await on.command("claims", "china drones");
					await until(on, "that it is at work", (all) => all.some(({ pending }) => pending));
					expect(on.acknowledgedMs(delivery)).toBeLessThan(3_000);
					expect(done(on.shown())).toEqual([]);
					gate.resolve();
					await answers(on, 1);
					await until(on, "that nothing is at work", (all) => all.every(({ pending }) => !pending));
					expect(await settled(on)).toHaveLength(1);
				},
			);

			test(
				"a core that throws: a sentence, and the next question is answered",
				["direct"],
				async () => {
					const on = await open(throwing(desk));
					await on.direct("break");
					expect((await answers(on, 1))[0]?.text).toMatch(/went wrong/);
					await on.direct("claims china drones");
					const all = await answers(on, 2);
					expect(citationsIn(all[1]?.text ?? "").length).toBeGreaterThan(0);
				},
			);

			test(
				"a command delivered three times is answered once",
				["commands", "redelivery"],
				async () => {
					const on = await open();
					const delivery = await on.command("claims", "china drones");
					await Promise.all([on.again(delivery), on.again(delivery)]);
					await answers(on, 1);
					await on.again(delivery);
					expect(await settled(on)).toHaveLength(1);
				},
			);

			test(
				"a message delivered three times is answered once",
				["mentions", "redelivery"],
				async () => {
					const on = await open();
					const delivery = await on.mention("what did China deny?");
					await Promise.all([on.again(delivery), on.again(delivery)]);
					await answers(on, 1);
					await on.again(delivery);
					expect(await settled(on)).toHaveLength(1);
				},
			);

			test(
				"a click delivered three times is answered once",
				["buttons", "redelivery"],
				async () => {
					const on = await open();
					await on.command("claims", "china drones");
					const [before] = await answers(on, 1);
					if (!before) throw new Error("no answer");
					const click = await on.click(before, "more");
					await Promise.all([on.again(click), on.again(click)]);
					await answers(on, 2);
					expect(await settled(on)).toHaveLength(2);
				},
			);

			for (const [fault, ability] of [
				["rate_limited", "rate_limit"],
				["server_error", "server_error"],
				["lost_reply", "lost_reply"],
			] as const)
				test(`${fault}: nothing is lost and nothing doubled`, ["direct", ability], async () => {
					const on = await open();
					on.fault(fault, 1);
					await on.direct("claims china drones");
					await until(on, "an answer", (all) =>
						done(all).some(({ text }) => citationsIn(text).length > 0),
					);
					const all = (await settled(on)).filter(({ text }) => citationsIn(text).length > 0);
					expect(all).toHaveLength(1);
				});

			test("other bots are not answered", ["other_bots"], async () => {
				const on = await open();
				await on.otherBot("what did China deny?");
				await on.direct("claims china drones");
				await answers(on, 1);
				expect(await settled(on)).toHaveLength(1);
			});

			test("text of others stays text: no mention, no link, no form", ["direct"], async () => {
				const on = await open(answering(desk, hostileAnswer));
				await on.direct("anything");
				const shown = await until(
					on,
					"the answer",
					(all) =>
						citationsIn(all.map(({ text }) => text).join("\n")).length >=
						Math.min(mostOnPage, hostileAnswer.items.length),
				);
				for (const { mentions, links } of done(shown)) {
					expect(mentions).toEqual([]);
					for (const link of links) expect(link).toMatch(/^https:\/\/news\.example\.org\//);
				}
				const text = done(shown)
					.map((each) => each.text)
					.join("\n");
				expect(text).toContain("!channel");
				expect(text).toContain("bank");
			});

			test("a broken connection loses no later question", ["direct", "reconnect"], async () => {
				const on = await open();
				await on.reconnect();
				await on.direct("claims china drones");
				expect(citationsIn((await answers(on, 1))[0]?.text ?? "").length).toBeGreaterThan(0);
			});

			test("a stop finishes what was accepted", ["commands"], async () => {
				const gate = Promise.withResolvers<void>();
				const on = await open(slow(desk, gate.promise));
				await on.command("claims", "china drones");
				const stopped = on.stop();
				gate.resolve();
				await stopped;
				const [answer] = done(on.shown());
				expect(citationsIn(answer?.text ?? "").length).toBeGreaterThan(0);
			});
		});
	});
}
