import type { ListedName } from "../identity.ts";
import type { IdentityData } from "../identity-data.ts";
import { spelledWords } from "../spelling.ts";
import type { Mention } from "./mentions.ts";

/** A member of those who speak together: what the lists know of him, or a whole name of somebody who also speaks alone. */
export type Member = { name: string; listed: ListedName | undefined };

/**
 * Those who speak together under one name (Xi Jinping and Vladimir Putin), where every one of them is
 * known by himself; undefined where it is one name. `isKnown`: whether somebody speaks under it alone.
 */
export function membersOf(
	{ kind, names, listed }: Pick<Mention, "kind" | "names" | "listed">,
	data: IdentityData,
	isKnown: (name: string) => boolean,
): Member[] | undefined {
	if (listed || kind === "anonymous" || kind === "document") return undefined;
	for (const name of names) {
		const parts = name
			.split(data.joint)
			.map((part) => part.trim())
			.filter(Boolean);
		if (parts.length < 2) continue;
		const members = parts.map((part) => ({ name: part, listed: data.listed(part) }));
		if (members.every((one) => one.listed || isWhole(one.name, isKnown))) return members;
	}
	return undefined;
}

function isWhole(name: string, isKnown: (name: string) => boolean): boolean {
	return spelledWords(name).length > 1 && isKnown(name);
}
