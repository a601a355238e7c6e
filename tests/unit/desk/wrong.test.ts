import { describe, expect, it } from "vitest";
import { readCorrections } from "../../../src/corrections/correction-files.ts";
import type { Asker, Desk, Incoming } from "../../../src/domain/chat.ts";
import { wholeView } from "../../../src/domain/state/conversation.ts";
import type { WrongEntry } from "../../../src/domain/wrong-form.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { correctingDesk, emptyFolder } from "../../correcting.ts";
import { article, claim } from "../answers/doubles.ts";

function corpus() {
	const of = article("of", ["The harbour strike was over, Mayor Hill said.", "It was not."]);
	claim(of, 1, "The harbour strike was over", { speaker: { name: "Mayor Hill", kind: "person" } });
	const other = article("ot", ["The harbour strike goes on, said Hale."]);
	claim(other, 1, "The harbour strike goes on", { speaker: { name: "Hale", kind: "person" } });
	const why = { ar: "س", en: "y" };
	of.contradictions = [{ claims: ["of-c1", "ot-c1"], kind: "denial", strength: "direct", why }];
	return [of, other];
}
const operator: Asker = {
	place: { platform: "slack", space: "T1", channel: "C1", thread: null },
	person: "U9",
	admin: false,
};
const anybody: Asker = { ...operator, person: "U1", admin: true };
const operators = new Set(["slack:U9"]);

async function open() {
	const folder = emptyFolder();
	const store = memoryStore();
	const { desk, live } = await correctingDesk(corpus(), folder, { operators, store });
	const answer = async (who = operator) => {
		const asked: Incoming = { kind: "command", name: "claims", text: "strike over by:Hill" };
		const reply = await desk.reply(asked, who);
		if (reply.kind !== "answer") throw new Error(JSON.stringify(reply));
		return reply;
	};
	return { desk, live, folder, store, answer };
}
const entry = (more: Partial<WrongEntry>): WrongEntry => ({
	...{ what: "", value: "", act: "", why: "read in the text" },
	...more,
});
async function send(desk: Desk, view: string, more: Partial<WrongEntry>, who = operator) {
	const reply = await desk.reply({ kind: "wrong", view, item: 0, entry: entry(more) }, who);
	if (reply.kind !== "notice") throw new Error(reply.kind);
	return reply.notice;
}

describe("“This is wrong”", () => {
	it("is offered to operators alone", async () => {
		const { desk, answer } = await open();
		expect(await answer()).toMatchObject({ correctable: true });
		const theirs = await answer(anybody);
		expect(theirs).not.toHaveProperty("correctable");
		expect(await desk.wrongForm(theirs.view, 0, anybody)).toBeNull();
		const notice = await send(desk, theirs.view, { what: "speaker", value: "X" }, anybody);
		expect(notice.code).toBe("not_allowed_operate");
	});

	it("is filled with what can be said of the item", async () => {
		const { desk, answer } = await open();
		const { view } = await answer();
		const form = await desk.wrongForm(view, 0, operator);
		expect(form).toMatchObject({ quote: "The harbour strike was over", speaker: "Mayor Hill" });
		expect(form?.choices.map(({ value }) => value)).toContain("unpair:ot-c1");
		expect(form?.choices.every(({ label }) => label.length <= 75)).toBe(true);
		const said: Incoming = { kind: "command", name: "search", text: "It was not" };
		const reply = await desk.reply(said, operator);
		const passage = reply.kind === "answer" ? await desk.wrongForm(reply.view, 0, operator) : null;
		const values = passage?.choices.map(({ value }) => value);
		expect(values).toEqual(["outlet", "hide_passage", "hide_article"]);
	});

	it.each<[Partial<WrongEntry>, object]>([
		[
			{ what: "speaker", value: "Deputy Hale" },
			{ kind: "speaker", to: { name: "Deputy Hale" } },
		],
		[
			{ what: "act", act: "denies" },
			{ kind: "act", to: "denies" },
		],
		[
			{ what: "day", value: "2024-05-01" },
			{ kind: "day", to: { value: "2024-05-01" } },
		],
		[
			{ what: "outlet", value: "Delta Post" },
			{ kind: "outlet", to: "Delta Post" },
		],
		[{ what: "hide_article" }, { kind: "hide_article", article: { id: "of" } }],
		[
			{ what: "alias", value: "عمدة هيل" },
			{ kind: "alias", of: { name: "Mayor Hill" } },
		],
		[
			{ what: "merge", value: "Hale" },
			{ kind: "merge", other: { name: "Hale" } },
		],
		[{ what: "split" }, { kind: "split", name: "Mayor Hill", article: { id: "of" } }],
		[{ what: "unpair:ot-c1" }, { kind: "unpair" }],
	])("keeps %j", async (said, kept) => {
		const { desk, answer, folder } = await open();
		const { view } = await answer();
		expect(await desk.wrongField({ view, item: 0, entry: entry(said) }, operator)).toBeNull();
		const notice = await send(desk, view, said);
		expect(notice.code).toBe("corrected");
		expect((await readCorrections(folder)).all).toMatchObject([
			{ ...kept, by: "slack:U9", why: "read in the text" },
		]);
	});

	it("holds in the next answer", async () => {
		const { desk, answer } = await open();
		const { view } = await answer();
		await send(desk, view, { what: "unpair:ot-c1" });
		expect((await answer()).answer.items).toMatchObject([{ contradictedBy: [] }]);
		await send(desk, view, { what: "hide_claim" });
		expect((await answer()).answer.items).toEqual([]);
	});

	it("says under which field what cannot be taken, and loses nothing that was typed", async () => {
		const { desk, answer, folder } = await open();
		const { view } = await answer();
		const problem = (more: Partial<WrongEntry>) =>
			desk.wrongField({ view, item: 0, entry: entry(more) }, operator);
		expect(await problem({ what: "day", value: "monday" })).toMatchObject({ field: "value" });
		expect(await problem({ what: "act" })).toMatchObject({ field: "act" });
		expect(await problem({ what: "speaker", value: "X", why: " " })).toMatchObject({
			field: "why",
		});
		expect(await problem({ what: "nonsense" })).toMatchObject({ field: "what" });
		const notice = await send(desk, view, {
			what: "day",
			value: "monday",
			why: "the lead says so",
		});
		expect(notice.lines.join("\n")).toMatch(/monday is no day[\s\S]*monday[\s\S]*the lead says so/);
		expect((await readCorrections(folder)).all).toEqual([]);
	});

	it("is refused where the answer is too old or the item gone", async () => {
		const { desk, answer } = await open();
		const { view } = await answer();
		const gone = await send(desk, "viewviewview", { what: "speaker", value: "Mayor Hill" });
		expect(gone.code).toBe("view_gone");
		expect(gone.lines.slice(1)).toEqual(["You wrote: Mayor Hill", "You wrote: read in the text"]);
		const reply = await desk.reply(
			{ kind: "wrong", view, item: 7, entry: entry({ what: "hide_claim" }) },
			operator,
		);
		expect(reply).toMatchObject({ notice: { code: "correction_refused" } });
	});

	it("leaves no words of what is taken down in an answer that is kept whole", async () => {
		const { desk, answer, store } = await open();
		const shown = await answer();
		await store.views.put(
			wholeView(shown.answer, "digestdigest", 0, { ...anybody.place, person: null }),
		);
		const again = () => desk.reply({ kind: "share", view: "digestdigest" }, anybody);
		expect(JSON.stringify(await again())).toContain("harbour strike goes on");
		await send(desk, shown.view, { what: "hide_article" });
		const reply = await again();
		if (reply.kind !== "answer") throw new Error(reply.kind);
		expect(reply.answer.items).toMatchObject([{ quote: "Taken down by the operator." }]);
		const seen = JSON.stringify(reply.answer.items);
		expect(seen).not.toMatch(/harbour strike/);
	});
});
