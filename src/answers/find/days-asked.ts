import type { QuestionReading } from "../../question/read-question.ts";
import type { CheckedRequest } from "../check-request.ts";

/** Whoever asks for what happened before a day wants no other days; questions of another kind only prefer them. */
export function withDaysAsked(
	request: CheckedRequest,
	{ filters: { from, to } }: QuestionReading,
): CheckedRequest {
	if (request.command !== "timeline" || request.from || request.to) return request;
	return { ...request, from, to };
}
