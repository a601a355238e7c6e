import type { PassageView } from "../sequence/passage-view.ts";

/** Whether a passage, or its last marks, ask: "Why?", «لماذا؟», Really?! */
export const isQuestion = (text: string | undefined): boolean =>
	/[?؟]!?["”»)]*\s*$/u.test(text ?? "");

/** The same of a passage that has been read. */
export const asks = (view: PassageView | undefined): boolean =>
	isQuestion(
		view?.tokens
			.slice(-3)
			.map(({ text }) => text)
			.join(""),
	);
