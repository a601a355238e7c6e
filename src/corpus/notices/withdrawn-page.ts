import { IsnadError } from "../../domain/errors.ts";
import type { Withdrawal } from "../versions/standing.ts";

/** A page that says that its article was withdrawn, and holds no article beside that. */
export class WithdrawnPage extends IsnadError {
	readonly withdrawal: Withdrawal;

	constructor(path: string, withdrawal: Withdrawal) {
		super(
			"page_withdrawn",
			`${path} says that its article was withdrawn, and holds nothing else: there is nothing to read.`,
			{ params: { address: path } },
		);
		this.withdrawal = withdrawal;
	}
}
