import type { Answerer } from "../../answers/answerer.ts";
import type { Answer } from "../../domain/answer.ts";
import type { Asker, Incoming, Notice, Reply } from "../../domain/chat.ts";
import type { Say } from "../../domain/messages.ts";
import { withoutFormFields } from "../../domain/sets/filters.ts";
import { type Answering, isFolded, pageSize, votableOf } from "../answering.ts";
import type { Speech } from "../languages.ts";
import { refusal } from "../notices.ts";
import { withoutTakenDown } from "../wrong/withheld.ts";
import { narrowed, narrowProblems } from "./narrow.ts";
import { pageOf, type Views } from "./views.ts";

export type ViewParts = {
	answerer: Answerer;
	say: Say;
	views: Views;
	answering: Answering;
	votable: boolean;
	speech: Speech;
};

/** What a person does with an answer that was shown: turn the page, narrow it, share it, check a quotation. */
export async function onView(
	{ answerer, say, views, answering, votable, speech }: ViewParts,
	incoming: Exclude<Incoming & { view: string }, { kind: "vote" | "wrong" }>,
	asker: Asker,
): Promise<Reply> {
	const view = await views.get(incoming.view, asker);
	const language = view?.request?.language ?? view?.answer?.language ?? (await speech.of(asker));
	if (!view) return refusal(say, "view_gone", language);
	if (incoming.kind === "check_quote") {
		const place = view.places[incoming.item];
		const quotation = place ? answerer.quotation(place, language) : null;
		if (!quotation) return refusal(say, "quote_gone", language);
		return { kind: "quotation", quotation, view: view.id, item: incoming.item };
	}
	if (view.answer && incoming.kind !== "reading") {
		const from = incoming.kind === "more" ? (incoming.from ?? view.answer.items.length) : 0;
		const kept = withoutTakenDown(view.answer, answerer, say);
		return { kind: "answer", answer: pageOf(kept, from), view: view.id };
	}
	if (!view.request) return refusal(say, "view_gone", language);
	const request = { ...view.request, limit: view.request.limit ?? pageSize };
	if (incoming.kind === "share") {
		const made = await answerer.answer(request);
		const answer: Answer = isFolded(made) ? { ...made, folded: true } : made;
		return { kind: "answer", answer, view: view.id, ...votableOf(answer, votable) };
	}
	if (incoming.kind === "reading") {
		const { readAs, language: spoken } = await answerer.answer(request);
		const title = say(spoken, "reading.title");
		const lines = readAs ?? [say(spoken, "reading.plain")];
		return {
			kind: "notice",
			notice: { code: "reading", language: spoken, title, lines, examples: [] },
		};
	}
	if (incoming.kind === "narrow") {
		const { filters } = incoming;
		const said = await speech.of(asker, request);
		const problems = narrowProblems(request, filters, said, say);
		if (problems.length === 0) return answering.answer(narrowed(request, filters), asker);
		const draft = await views.keepDraft({ ...withoutFormFields(request), ...filters }, asker);
		const notice: Notice = {
			...{ code: "form_refused", language: said, examples: [] },
			title: say(said, "notice.form_refused.title"),
			lines: problems.map(({ text }) => text),
		};
		return { kind: "notice", notice, again: { form: "narrow", view: draft } };
	}
	const from = "from" in incoming ? incoming.from : undefined;
	const offset = from ?? (request.offset ?? 0) + request.limit;
	return answering.answer({ ...request, offset }, asker);
}
