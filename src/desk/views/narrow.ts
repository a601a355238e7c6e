import { checkRequest } from "../../answers/check-request.ts";
import type { Request } from "../../domain/answer.ts";
import { asIsnadError } from "../../domain/errors.ts";
import type { FieldProblem } from "../../domain/forms.ts";
import type { Say } from "../../domain/messages.ts";
import {
	type FilterKey,
	type Filters,
	filterKeys,
	withoutFilters,
	withoutFormFields,
} from "../../domain/sets/filters.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { inWesternDigits } from "../answering.ts";

/** The question within these limits alone, and within those that no form has a field for. */
export function narrowed(request: Request, filters: Filters): Request {
	return inWesternDigits({ ...withoutFormFields(request), ...filters, offset: undefined });
}

/** Of these limits those that cannot be taken, each by itself first and then all together. */
export function narrowProblems(
	request: Request,
	filters: Filters,
	language: Language,
	say: Say,
): FieldProblem<FilterKey>[] {
	const open = { ...withoutFilters(request), text: request.text || "…" };
	const problem = (field: FilterKey, given: Filters): FieldProblem<FilterKey>[] => {
		try {
			checkRequest(inWesternDigits({ ...open, ...given }));
			return [];
		} catch (error) {
			const { told } = asIsnadError(error);
			return [{ field, text: say(language, `error.${told.key}`, told.params) }];
		}
	};
	const alone = filterKeys.flatMap((key) =>
		filters[key] === undefined ? [] : problem(key, { [key]: filters[key] }),
	);
	// Two days that are days may still be in the wrong order.
	return alone.length > 0 ? alone : problem("to", filters);
}
