/** What a site's robots.txt says to us (RFC 9309). */
export type Robots = {
	/** Whether a path with its query may be read. */
	allows(path: string): boolean;
	/** The pause between two requests that it asks for, in milliseconds; null where it asks for none. */
	delayMs: number | null;
};

export const openRobots: Robots = { allows: () => true, delayMs: null };

type Rule = { allow: boolean; pattern: string };
type Group = { rules: Rule[]; delayMs: number | null };

/** What is read of a file; RFC 9309 asks for 500 kB at least. */
const mostCharacters = 500_000;
const mostRules = 5_000;
const longestDelayMs = 30_000;

/** Reads a robots.txt for a program of that name; the group for all counts where none names it. */
export function parseRobots(text: string, agent: string): Robots {
	const groups = new Map<string, Group>();
	let named: Group[] = [];
	let inRules = false;
	let count = 0;
	for (const line of text.slice(0, mostCharacters).split(/\r\n?|\n/)) {
		const [field = "", ...rest] = (line.split("#", 1)[0] ?? "").split(":");
		const value = rest.join(":").trim();
		const name = field.trim().toLowerCase();
		if (name === "user-agent") {
			if (inRules) named = [];
			inRules = false;
			named.push(groupOf(groups, value.toLowerCase()));
		} else if (name === "allow" || name === "disallow") {
			inRules = true;
			if (value === "" || count++ >= mostRules) continue;
			for (const { rules } of named) rules.push({ allow: name === "allow", pattern: value });
		} else if (name === "crawl-delay") {
			inRules = true;
			const seconds = Number(value);
			if (!(seconds >= 0)) continue;
			for (const group of named) group.delayMs = Math.min(seconds * 1_000, longestDelayMs);
		}
	}
	const { rules, delayMs } = groups.get(agent.toLowerCase()) ?? groups.get("*") ?? emptyGroup();
	return { delayMs, allows: (path) => isAllowed(path, rules) };
}

function groupOf(groups: Map<string, Group>, name: string): Group {
	let group = groups.get(name);
	if (!group) {
		group = emptyGroup();
		groups.set(name, group);
	}
	return group;
}

function emptyGroup(): Group {
	return { rules: [], delayMs: null };
}

/** The longest pattern that fits decides; of two as long the one that allows. */
function isAllowed(path: string, rules: readonly Rule[]): boolean {
	let best: Rule | undefined;
	for (const rule of rules) {
		if (!fits(path, rule.pattern)) continue;
		const length = best?.pattern.length ?? -1;
		if (rule.pattern.length > length || (rule.pattern.length === length && rule.allow)) best = rule;
	}
	return best?.allow ?? true;
}

/** `*` stands for anything, `$` at the end for the end. Linear, since strangers write both sides. */
function fits(path: string, pattern: string): boolean {
	const toEnd = pattern.endsWith("$");
	const [head = "", ...parts] = (toEnd ? pattern.slice(0, -1) : pattern).split("*");
	if (!path.startsWith(head)) return false;
	let at = head.length;
	const last = toEnd ? parts.pop() : undefined;
	for (const part of parts) {
		const found = path.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	if (!toEnd) return true;
	if (last === undefined) return at === path.length;
	return path.length - last.length >= at && path.endsWith(last);
}
