import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";
import { filesBelow, root } from "./files.ts";

/**
 * What code takes from its surroundings without an import, so that the import table cannot see it:
 * the clock, timers, the environment; and imports in forms that the table's tool does not read.
 */
type Use = "clock" | "timer" | "environment" | "hidden import";

export type AmbientReport = { violations: string[]; files: string[] };

/**
 * Which uses a path may have; the first row that fits counts, and a folder without one has none: time
 * and randomness are passed in, so that tests decide what time it is.
 */
const rows: { path: RegExp; may: readonly Use[] }[] = [
	{ path: /^src\/(app\/|main\.ts$)/, may: ["clock", "timer", "environment"] },
	// A long search lets the event loop breathe between slices.
	{ path: /^src\/search\//, may: ["timer"] },
	{ path: /^src\/(corpus|fetching|files|sources|storage)\//, may: ["clock", "timer"] },
	// Work makes way for other work where it takes too long.
	{ path: /^adapters\/shared\/turns\.ts$/, may: ["timer"] },
	{ path: /^adapters\/shared\//, may: [] },
	{ path: /^adapters\//, may: ["clock", "timer"] },
];

/** Holds those rows against the folders `src` and `adapters` below `base`. */
export function checkAmbient(base: string = root): AmbientReport {
	const files = ["src", "adapters"].flatMap((folder) => filesBelow(folder, ".ts", base));
	const violations = files.flatMap((file) => {
		const may = rows.find(({ path }) => path.test(file))?.may ?? [];
		return usesOf(readFileSync(join(base, file), "utf8"))
			.filter(({ use }) => !may.includes(use))
			.map(({ use, text }) => `${use}: ${file} uses ${text}`);
	});
	return { violations: [...new Set(violations)], files };
}

type Node = { type: string; [field: string]: unknown };
type Found = { use: Use; text: string };

/** Ambient uses of one TypeScript source text. Throws where it cannot be parsed. */
export function usesOf(source: string): Found[] {
	const found: Found[] = [];
	const open: unknown[] = [parseSync(source, { syntax: "typescript", target: "es2024" })];
	while (open.length > 0) {
		const value = open.pop();
		if (Array.isArray(value)) open.push(...value);
		else if (value && typeof value === "object") {
			const use = useOf(value as Node);
			if (use) found.push(use);
			open.push(...Object.values(value));
		}
	}
	return found.reverse();
}

const timers = new Set(["setTimeout", "setInterval", "setImmediate"]);

function useOf(node: Node): Found | undefined {
	if (node.type === "MemberExpression") return memberUse(node);
	if (node.type === "VariableDeclarator") return destructured(node);
	if (node.type === "TsImportType") return { use: "hidden import", text: "import() as a type" };
	if (node.type === "NewExpression" && nameOf(node.callee) === "Date" && none(node.arguments))
		return { use: "clock", text: "new Date()" };
	if (node.type !== "CallExpression") return undefined;
	const callee = nameOf(node.callee);
	if (timers.has(callee)) return { use: "timer", text: callee };
	if (callee === "Date") return { use: "clock", text: "Date()" };
	if ((node.callee as Node).type === "Import" && !isLiteral(node.arguments))
		return { use: "hidden import", text: "import() of a computed path" };
	return undefined;
}

function memberUse(node: Node): Found | undefined {
	const path = `${nameOf(node.object)}.${nameOf(node.property)}`;
	if (/(^|\.)process\.env$/.test(path)) return { use: "environment", text: path };
	if (/(^|\.)(Date\.now|performance\.now|process\.hrtime)$|(^|\.)Temporal\.Now$/.test(path))
		return { use: "clock", text: path };
	const last = nameOf(node.property);
	if (nameOf(node.object) === "globalThis" && timers.has(last)) return { use: "timer", text: path };
	return undefined;
}

function destructured({ id, init }: Node): Found | undefined {
	const pattern = id as Node;
	if (pattern.type !== "ObjectPattern" || !init) return undefined;
	const source = nameOf(init);
	for (const property of pattern.properties as Node[]) {
		const path = `${source}.${nameOf(property.key)}`;
		if (path === "process.env") return { use: "environment", text: path };
		if (path === "Date.now" || path === "Temporal.Now") return { use: "clock", text: path };
	}
	return undefined;
}

/** The dotted name of an identifier or a member expression, "" for anything else. */
function nameOf(value: unknown): string {
	const node = value as Node | undefined;
	if (!node) return "";
	if (node.type === "Identifier" || node.type === "StringLiteral") return String(node.value);
	if (node.type === "Computed") return nameOf(node.expression);
	if (node.type === "MemberExpression") return `${nameOf(node.object)}.${nameOf(node.property)}`;
	return "";
}

function none(args: unknown): boolean {
	return !Array.isArray(args) || args.length === 0;
}

function isLiteral(args: unknown): boolean {
	const first = Array.isArray(args) ? (args[0] as { expression?: Node } | undefined) : undefined;
	return first?.expression?.type === "StringLiteral";
}
