import { describe, expect, it } from "vitest";
import { readCorrections } from "../../src/corrections/correction-files.ts";
import type { Article } from "../../src/domain/article.ts";
import { correctingDesk, emptyFolder } from "../correcting.ts";
import { discordStage } from "../servers/discord/stage.ts";
import { slackStage } from "../servers/slack/stage.ts";
import { article, claim } from "../unit/answers/doubles.ts";
import { answers, settled, until } from "./adapter/shown.ts";
import type { Session, Shown } from "./adapter/stage.ts";

const hostile = "<!channel> @everyone [see](https://evil.example) *now*";

function corpus(): Article[] {
	const english = article("of", [`The harbour strike is over, Mayor Hill said. ${hostile}`]);
	claim(english, 1, "The harbour strike is over", {
		speaker: { name: "Mayor Hill", kind: "person" },
	});
	const arabic = article("ar", ["قال سامي حداد إن الإضراب انتهى في الميناء."]);
	claim(arabic, 1, "الإضراب انتهى في الميناء", { speaker: { name: "سامي حداد", kind: "person" } });
	return [english, arabic];
}

describe.each([slackStage("http"), slackStage("socket"), discordStage])("$name", (stage) => {
	async function open() {
		const folder = emptyFolder();
		const operators = new Set<string>();
		const { desk, live } = await correctingDesk(corpus(), folder, { operators });
		const on = await stage.open(desk);
		const platform = stage.name.startsWith("Slack") ? "slack" : "discord";
		operators.add(`${platform}:${on.idOf("ann")}`);
		return { on, folder, live };
	}
	async function close(on: Session) {
		const broken = on.violations();
		await on.close();
		expect(broken).toEqual([]);
	}
	const buttons = ({ actions }: Shown) => actions.map(({ action }) => action);

	/** The quotation that the person is shown for the first item of an answer. */
	async function quotation(on: Session, answer: Shown, as: string): Promise<Shown> {
		const before = on.shown().length;
		await on.click(answer, "check_quote", 0, { as });
		const shown = await until(on, "a quotation", (all) =>
			all.slice(before).some(({ pending }) => !pending),
		);
		const last = shown.at(-1);
		if (!last) throw new Error("nothing");
		return last;
	}

	it("shows the button to operators alone, and never where others see it", async () => {
		const { on } = await open();
		await on.mention("/claims harbour strike");
		const [shared] = await answers(on, 1);
		if (!shared) throw new Error("no answer");
		expect(shared.audience).toBe("channel");
		expect(buttons(shared)).not.toContain("wrong");
		expect(buttons(await quotation(on, shared, "ann"))).toContain("wrong");
		expect(buttons(await quotation(on, shared, "cyd"))).not.toContain("wrong");
		await close(on);
	});

	it("keeps what an operator enters, and the next answer holds it", async () => {
		const { on, folder } = await open();
		await on.direct("/claims harbour strike");
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		const shown = await quotation(on, answer, "ann");
		const why = `named in line 2 ${hostile}`;
		await on.wrong(shown, { what: "speaker", value: "Deputy Hale", why });
		const all = await until(on, "that it is noted", (seen) =>
			seen.some(({ text }) => text.includes("It holds from now on")),
		);
		const noted = all.find(({ text }) => text.includes("It holds from now on"));
		expect(noted?.audience).toBe("asker");
		expect(noted?.mentions).toEqual([]);
		expect(noted?.links).toEqual([]);
		expect((await readCorrections(folder)).all).toMatchObject([
			{ kind: "speaker", to: { name: "Deputy Hale" }, why, by: expect.stringContaining(":") },
		]);
		const before = on.shown().length;
		await on.direct("/claims harbour strike");
		const after = await until(on, "another answer", (seen) =>
			seen.slice(before).some(({ pending }) => !pending),
		);
		expect(after.at(-1)?.text).toContain("Deputy Hale");
		await close(on);
	});

	it("speaks the operator's language", async () => {
		const { on } = await open();
		await on.direct("/ادعاءات الإضراب");
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		const shown = await quotation(on, answer, "ann");
		expect(buttons(shown)).toContain("wrong");
		await on.wrong(shown, { what: "hide_claim", why: "طلب من المحكمة" });
		await until(on, "that it is noted", (seen) =>
			seen.some(({ text }) => text.includes("يسري من الآن")),
		);
		await close(on);
	});

	it("keeps a form that is delivered twice once", async () => {
		const { on, folder } = await open();
		await on.direct("/claims harbour strike");
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		const shown = await quotation(on, answer, "ann");
		const sent = await on.wrong(shown, { what: "day", value: "2024-05-01", why: "printed" });
		await until(on, "that it is noted", (seen) =>
			seen.some(({ text }) => text.includes("It holds from now on")),
		);
		await on.again(sent);
		await settled(on);
		expect((await readCorrections(folder)).all).toHaveLength(1);
		await close(on);
	});

	it("tells an operator that what the button is about is there no more", async () => {
		const { on, live } = await open();
		await on.direct("/claims harbour strike");
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		const shown = await quotation(on, answer, "ann");
		await live.apply({ put: [], pairs: new Map(), removed: ["of"], hash: "", digests: new Map() });
		await on.click(shown, "wrong", undefined, { as: "ann" });
		await until(on, "that it is gone", (seen) =>
			seen.some(({ text }) => text.includes("is not in the articles any more")),
		);
		await close(on);
	});

	it("tells what cannot be taken, and keeps nothing", async () => {
		const { on, folder } = await open();
		await on.direct("/claims harbour strike");
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		const shown = await quotation(on, answer, "ann");
		const { id } = await on.wrong(shown, { what: "day", value: "monday", why: "the lead" });
		if (stage.name === "discord") {
			// Discord knows no errors in a form: what was typed is given back.
			const all = await until(on, "a refusal", (seen) =>
				seen.some(({ text }) => text.includes("monday is no day")),
			);
			expect(all.at(-1)?.text).toContain("the lead");
		} else
			expect(on.acknowledgement?.(id)).toMatchObject({
				response_action: "errors",
				errors: { value: expect.stringContaining("monday is no day") },
			});
		expect((await readCorrections(folder)).all).toEqual([]);
		await close(on);
	});
});
