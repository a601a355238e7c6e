import { correctionsState } from "../../corrections/correction-files.ts";
import type { Corrections } from "../../corrections/corrections.ts";
import { asIsnadError } from "../../domain/errors.ts";
import type { Logger } from "../../domain/ports.ts";
import { openCorrections } from "./served.ts";

/** Looks whether anybody, in whatever process, has corrected something: one `stat` each time. */
export class CorrectionWatch {
	readonly #folder: string;
	readonly #log: Logger;
	#state: string;

	/** `state`: as it was when the corpus was opened. */
	constructor(folder: string, state: string, log: Logger) {
		this.#folder = folder;
		this.#state = state;
		this.#log = log;
	}

	/** The operator's word where it has changed, else null. What cannot be read leaves the last one as it was. */
	async changed(): Promise<Corrections | null> {
		if ((await correctionsState(this.#folder)) === this.#state) return null;
		try {
			const { corrections, problems, state } = await openCorrections(this.#folder);
			this.#state = state;
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
