import { correctionsState } from "../../corrections/correction-files.ts";
import type { Corrections } from "../../corrections/corrections.ts";
import { asIsnadError } from "../../domain/errors.ts";
import type { Logger } from "../../domain/ports.ts";
import { type OpenedCorpus, openCorrections } from "./served.ts";

/** Looks whether anybody, in whatever process, has corrected something: one `stat` each time. */
export class CorrectionWatch {
	readonly #folder: string;
	readonly #log: Logger;
	#state: string;
	/** Two changes may come within one tick of a file system's clock: after each it is read once more. */
	#isSettled: boolean;
	#known: string;

	/** As they were when the corpus was opened. */
	constructor(
		folder: string,
		{ corrected, corrections }: Pick<OpenedCorpus, "corrected" | "corrections">,
		log: Logger,
	) {
		this.#folder = folder;
		this.#state = corrected;
		this.#isSettled = corrected === "";
		this.#known = keyOf(corrections);
		this.#log = log;
	}

	/** What was told last was not taken in: it is told again. */
	forget(): void {
		this.#known = "?";
		this.#isSettled = false;
	}

	/** The operator's word where it has changed, else null. What cannot be read leaves the last one as it was. */
	async changed(): Promise<Corrections | null> {
		try {
			const isSame = (await correctionsState(this.#folder)) === this.#state;
			if (isSame && this.#isSettled) return null;
			const { corrections, problems, state } = await openCorrections(this.#folder);
			this.#state = state;
			this.#isSettled = isSame;
			const key = keyOf(corrections);
			if (key === this.#known) return null;
			this.#known = key;
			for (const { file } of problems)
				this.#log("warn", "A correction cannot be read: isnad doctor says more.", { file });
			return corrections;
		} catch (error) {
			const { code } = asIsnadError(error);
			this.#log("error", "Corrections cannot be read: those of before hold.", { code });
			return null;
		}
	}
}

/** The same for the same corrections. */
function keyOf({ all }: Corrections): string {
	return all.map(({ id }) => id).join(" ");
}
