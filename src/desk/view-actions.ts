import type { Answerer } from "../answers/answerer.ts";
import type { Asker, Incoming, Notice, Reply } from "../domain/chat.ts";
import type { Say } from "../domain/messages.ts";
import { withoutFilters } from "../domain/sets/filters.ts";
import { type Answering, pageSize } from "./answering.ts";
import type { Speech } from "./languages.ts";
import { narrowed, narrowProblems } from "./narrow.ts";
import { refusal } from "./notices.ts";
import { pageOf, type Views } from "./views.ts";
import { withoutTakenDown } from "./withheld.ts";

export type ViewParts = {
	answerer: Answerer;
	say: Say;
	views: Views;
	answering: Answering;
	speech: Speech;
};

/** What a person does with an answer that was shown: turn the page, narrow it, share it, check a quotation. */
export async function onView(
	{ answerer, say, views, answering, speech }: ViewParts,
	incoming: Incoming & { view: string },
	asker: Asker,
): Promise<Reply> {
	const view = await views.get(incoming.view);
	const language = view?.request?.language ?? view?.answer?.language ?? (await speech.of(asker));
	if (!view) return refusal(say, "view_gone", language);
	if (incoming.kind === "check_quote") {
		const place = view.places[incoming.item];
		const quotation = place ? answerer.quotation(place, language) : null;
		if (!quotation) return refusal(say, "quote_gone", language);
		return { kind: "quotation", quotation, view: view.id, item: incoming.item };
	}
	if (view.answer) {
		const from = incoming.kind === "more" ? (incoming.from ?? view.answer.items.length) : 0;
		const kept = withoutTakenDown(view.answer, answerer, say);
		return { kind: "answer", answer: pageOf(kept, from), view: view.id };
	}
	if (!view.request) return refusal(say, "view_gone", language);
	const request = { ...view.request, limit: view.request.limit ?? pageSize };
	if (incoming.kind === "share")
		return { kind: "answer", answer: await answerer.answer(request), view: view.id };
	if (incoming.kind === "narrow") {
		const { filters } = incoming;
		const said = await speech.of(asker, request);
		const problems = narrowProblems(request, filters, said, say);
		if (problems.length === 0) return answering.answer(narrowed(request, filters), asker);
		const draft = await views.keepDraft({ ...withoutFilters(request), ...filters });
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
