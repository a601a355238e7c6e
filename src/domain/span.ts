import { z } from "zod";

/**
 * Where a quotation stands: 1-based line of the file as it was read, and offsets in UTF-16 code
 * units inside that line, so that `line.slice(start, end) === quote`. A quotation that was wrapped
 * over lines ends at `end` of the line `end_line`, and holds the line ends between. In a paraphrased
 * corpus the line is the original's and both offsets are null.
 */
export const Span = z.object({
	line: z.int().min(1),
	start: z.int().min(0).nullable(),
	end: z.int().min(0).nullable(),
	/** Only where it is another one than `line`. */
	end_line: z.int().min(2).optional(),
});
export type Span = z.infer<typeof Span>;
