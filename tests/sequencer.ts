import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that start programs come first: most of each is waiting, so that the rest fills the time, and none of
 * them is still at it when all others are done. Without it a clone, which knows of no file how long it takes,
 * would begin with the largest.
 */
export class ProgramsFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const [first, rest] = [
			sorted.filter(startsPrograms),
			sorted.filter((one) => !startsPrograms(one)),
		];
		return [...first, ...rest];
	}
}

function startsPrograms({ moduleId }: TestSpecification): boolean {
	return /^tests\/(?:boundaries|e2e)\//.test(relative("", moduleId));
}
