import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

/** Lists the skipped tests, each with its reason, and how many tests ran. */
export default class SkippedReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const skipped: string[] = [];
		const counts = { passed: 0, failed: 0, skipped: 0 };
		for (const module of modules) {
			for (const test of module.children.allTests()) {
				const result = test.result();
				if (result.state === "pending") continue;
				counts[result.state]++;
				if (result.state !== "skipped") continue;
				const reason = result.note ?? conditionOf(test.name, module.moduleId);
				skipped.push(`  ${relative("", module.moduleId)} > ${test.fullName}: ${reason}`);
			}
		}
		const lines = skipped.length > 0 ? ["Skipped tests and why:", ...skipped, ""] : [];
		lines.push(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
		process.stdout.write(`\n${lines.join("\n")}\n`);
	}
}

// `skipIf` keeps no reason: its condition, as it stands in the file, is the nearest thing to one.
function conditionOf(name: string, file: string): string {
	const text = readFileSync(file, "utf8");
	const before = text.slice(0, Math.max(0, text.indexOf(name)));
	const at = before.lastIndexOf("skipIf(");
	const condition = /^skipIf\((.{1,120}?)\)\(/.exec(text.slice(at))?.[1];
	return at >= 0 && condition ? `skipped where ${condition}` : "no reason given";
}
