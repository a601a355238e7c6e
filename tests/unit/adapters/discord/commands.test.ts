import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandsOf } from "../../../../adapters/discord/commands/commands.ts";
import { CommandReader } from "../../../../adapters/discord/commands/options.ts";
import { customId, readCustomId } from "../../../../adapters/discord/layout/controls.ts";
import { narrowForm, readForm } from "../../../../adapters/discord/layout/narrow-form.ts";
import { limits } from "../../../../adapters/discord/limits.ts";
import { Language } from "../../../../src/domain/sets/languages.ts";
import { anyCharacter } from "../../../any-character.ts";
import { checkCommand, checkModal } from "../../../servers/discord/rules-other.ts";
import type { Json } from "../../../servers/discord/world.ts";
import { say } from "../../answers/doubles.ts";

const reader = new CommandReader(say);
const options = (values: Record<string, string>) =>
	Object.entries(values).map(([name, value]) => ({ name, type: 3 as const, value }));

describe("commands", () => {
	it("are all taken by Discord, and installed to guilds and people", () => {
		for (const command of commandsOf(say)) {
			expect(checkCommand(command as unknown as Json)).toBeNull();
			expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
		}
	});

	it("are shown to those who manage a guild alone where nobody else may do what they do", () => {
		const closed = commandsOf(say).filter((command) => "default_member_permissions" in command);
		expect(closed.map(({ name }) => name)).toEqual(
			Language.options.map((language) => say(language, "discord.command.digest")),
		);
		// Manage Guild, by Discord's table of permissions.
		for (const command of closed)
			expect(command).toMatchObject({ default_member_permissions: String(1 << 5) });
	});

	it("are read with their options, in either language", () => {
		const typed = {
			topic: "drones",
			speaker: "Yellen",
			stance: "denies",
			from: "2023",
			language: "ar",
		};
		expect(reader.read({ name: "claims", options: options(typed) })).toEqual({
			kind: "request",
			name: "claims",
			request: {
				command: "claims",
				text: "drones",
				by: "Yellen",
				stance: "denies",
				from: "2023",
				language: "ar",
			},
		});
		const arabic = { موضوع: "مسيرات", قائل: "يلين", موقف: "denies", إلى: "٢٠٢٤-٠٥" };
		expect(reader.read({ name: "ادعاءات", options: options(arabic) })).toEqual({
			kind: "request",
			name: "ادعاءات",
			request: { command: "claims", text: "مسيرات", by: "يلين", stance: "denies", to: "٢٠٢٤-٠٥" },
		});
	});

	it("without a word are answered with how to ask; an Arabic one is known by its name", () => {
		expect(reader.read({ name: "ask" })).toEqual({ kind: "command", name: "ask", text: "" });
		expect(reader.read({ name: "خط-زمني", options: options({ قائل: "Putin" }) })).toEqual({
			kind: "request",
			name: "خط-زمني",
			request: { command: "timeline", text: "", by: "Putin" },
		});
	});

	it.each([
		[
			"sources",
			options({ text: "add https://news.example/feed" }),
			"add https://news.example/feed",
		],
		["مصادر", options({ نص: "رويترز" }), "رويترز"],
		[
			"settings",
			options({ language: "ar", answers: "channel", scope: "channel" }),
			"channel language:ar visibility:channel",
		],
		[
			"digest",
			[
				{
					name: "subscribe",
					type: 1 as const,
					options: options({
						topic: 'china "drones"',
						at: "07:30",
						days: "mon, tue",
						speaker: "Yellen",
					}),
				},
			],
			`subscribe "china 'drones'" at:07:30 days:"mon, tue" by:Yellen`,
		],
		["digest", [{ name: "list", type: 1 as const }], "list"],
		["بحث", [], ""],
		["مساعدة", [], ""],
		[
			"إعدادات",
			options({ لغة: "ar", إجابات: "channel", نطاق: "space" }),
			"space language:ar visibility:channel",
		],
		[
			"نشرة",
			[
				{
					name: "اشترك",
					type: 1 as const,
					options: options({ موضوع: "مسيرات", ساعة: "07:30", قائل: "جانيت يلين", فارغ: "skip" }),
				},
			],
			'subscribe "مسيرات" at:07:30 by:"جانيت يلين" empty:skip',
		],
		["نشرة", [{ name: "أوقف", type: 1 as const, options: options({ نشرة: "3" }) }], "pause 3"],
		["digest", [{ name: "pause", type: 1 as const, options: options({ digest: "3" }) }], "pause 3"],
	])("become text for the desk: %s", (name, given, text) => {
		expect(reader.read({ name, options: given })).toEqual({ kind: "command", name, text });
	});
});

describe("custom ids", () => {
	const id = fc.stringMatching(/^[\w-]{12}$/);
	const conversation = fc.constantFrom("", "1234567890123456789");
	const n = fc.integer({ min: 0, max: 999_999_999 });
	const control = fc.oneof(
		fc.record({ kind: fc.constant("more" as const), conversation, view: id, from: n, part: n }),
		fc.record({
			kind: fc.constant("check" as const),
			conversation,
			view: id,
			item: n,
			part: n,
			number: n,
		}),
		fc.record({ kind: fc.constant("share" as const), conversation, view: id, part: n }),
		fc.record({
			kind: fc.constantFrom("narrow" as const, "choose" as const, "why" as const),
			conversation,
			view: id,
		}),
		fc.record({
			...{ kind: fc.constant("vote" as const), conversation, view: id },
			vote: fc.constantFrom("right" as const, "wrong" as const),
		}),
		fc.record({
			kind: fc.constant("digests" as const),
			conversation,
			key: fc.stringMatching(/^[\w-]{1,25}$/),
		}),
	);

	it("survive the way to Discord and back within its limit", () => {
		fc.assert(
			fc.property(control, (given) => {
				expect(customId(given).length).toBeLessThanOrEqual(limits.customId);
				expect(readCustomId(customId(given))).toEqual(given);
			}),
		);
	});

	it("of others are none of ours", () => {
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter }), (text) => {
				const read = readCustomId(text);
				if (read) expect(readCustomId(customId(read))).toEqual(read);
			}),
		);
		for (const text of [
			"",
			"more",
			"more::view",
			"more::viewviewview:x:0",
			"share:x:viewviewview:0",
		])
			expect(readCustomId(text)).toBeNull();
	});
});

describe("the form behind “narrow”", () => {
	const request = {
		command: "claims",
		text: "x",
		by: "Yellen",
		stance: "denies",
		from: "2023",
	} as const;

	it.each(["en", "ar"] as const)(
		"is taken by Discord, filled in as the question stands: %s",
		(language) => {
			const form = narrowForm("viewviewview", "", request, language, say);
			expect(checkModal(form as unknown as Json)).toBeNull();
			const sent = form.components.map((row) => {
				const field = (row as unknown as { component: Json }).component;
				const chosen = (field.options as Json[] | undefined)?.filter((each) => each.default);
				return {
					component: chosen
						? { ...field, values: chosen.map(({ value }) => value) }
						: { ...field, value: field.value ?? "" },
				};
			});
			expect(readForm(sent)).toEqual({ by: "Yellen", stance: "denies", from: "2023" });
		},
	);

	it("takes nothing that it did not ask for", () => {
		expect(
			readForm([
				{},
				{ component: { type: 4, custom_id: "text", value: "another question" } },
				{ component: { type: 3, custom_id: "stance", values: ["anything"] } },
				{ component: { type: 4, custom_id: "by", value: "  " } },
			]),
		).toEqual({});
	});
});
