import type { FieldProblem } from "../../../../src/domain/forms.ts";
import type { Context } from "../../context.ts";

/** What is entered may be looked at for so long; Slack waits three seconds for an acknowledgement. */
const checkWithinMs = 2_000;

/**
 * What cannot be taken of a form that was sent, to be told under its fields: nothing that was typed is
 * lost. None where that takes too long: what is wrong is told in the answer then.
 */
export async function problemsOf(
	{ sleep }: Pick<Context, "sleep">,
	check: () => Promise<readonly FieldProblem[]>,
): Promise<readonly FieldProblem[]> {
	const checked = check().catch(() => []);
	return Promise.race([checked, sleep(checkWithinMs).then(() => [])]);
}

export function errorsOf(found: readonly FieldProblem[]) {
	const errors = Object.fromEntries(found.map(({ field, text }) => [field, text]));
	return { response_action: "errors" as const, errors };
}
