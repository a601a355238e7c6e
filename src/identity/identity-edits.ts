import { fold } from "../language/text/normalise.ts";
import type { IdentityGroup } from "./joining/identity-groups.ts";
import type { Mention } from "./joining/mentions.ts";

/** Somebody by the id of his identity or, where that is another by now, by a name of his. */
type Ref = { id: string; name: string };

/** What an operator says of who is who. */
export type IdentityEdit =
	/** Two are one. */
	| { kind: "merge"; into: Ref; other: Ref }
	/** Whoever is spelled so, everywhere or in the article of this id, is somebody else. */
	| { kind: "split"; name: string; article: string | null }
	| { kind: "alias"; of: Ref; name: string };

const apart = "apart ";

/** The operator's word while a table of identities is made. */
export class IdentityEdits {
	readonly #all: readonly IdentityEdit[];
	readonly #splits: { spelled: string; article: string | null }[];

	constructor(all: readonly IdentityEdit[]) {
		this.#all = all;
		this.#splits = all.flatMap((edit) =>
			edit.kind === "split" ? [{ spelled: spelled(edit.name), article: edit.article }] : [],
		);
	}

	/** The mention as somebody of his own, where an operator said so of its spelling. */
	split(mention: Mention): Mention {
		if (this.#splits.length === 0) return mention;
		const [first = ""] = mention.names;
		const name = spelled(first);
		const one = this.#splits.find(
			({ spelled, article }) =>
				spelled === name && (article === null || article === mention.article),
		);
		if (!one) return mention;
		const key = `${apart}${name}${one.article === null ? "" : ` in ${one.article}`}`;
		return { ...mention, key, names: [first], label: undefined, listed: undefined };
	}

	/** Whether evidence may join it with others: who was set apart stays apart. */
	isFree({ key }: IdentityGroup): boolean {
		return !key.startsWith(apart);
	}

	/** Joins those that are one by an operator's word, and teaches names. */
	apply(
		groups: readonly IdentityGroup[],
		join: Join,
		last: (group: IdentityGroup) => IdentityGroup,
	) {
		if (!this.#all.some(({ kind }) => kind !== "split")) return;
		const find = (ref: Ref) => groupsOf(ref, groups, last);
		for (const edit of this.#all) {
			if (edit.kind === "alias") for (const group of find(edit.of)) group.teach(edit.name);
			if (edit.kind !== "merge") continue;
			const [into, ...more] = [...find(edit.into), ...find(edit.other)];
			if (!into || find(edit.other).length === 0) continue;
			into.keepName();
			for (const other of more) join(into, other);
		}
	}
}

type Join = (into: IdentityGroup, other: IdentityGroup) => void;

/** By the id, else everybody with a spelling of this name alone. */
function groupsOf(
	{ id, name }: Ref,
	groups: readonly IdentityGroup[],
	last: (group: IdentityGroup) => IdentityGroup,
): IdentityGroup[] {
	const same = groups.find(({ key }) => key === id);
	if (same) return [last(same)];
	const wanted = spelled(name);
	const found = groups.filter((group) => group.names.some((each) => spelled(each) === wanted));
	const ends = new Set(found.map(last));
	// Of several who are spelled so it is not known who was meant.
	return ends.size === 1 ? [...ends] : [];
}

/** Whether the edit is about people that are there; `isThere` by id or by name. */
export function isMeant(
	edit: IdentityEdit,
	isThere: (id: string, name: string) => boolean,
): boolean {
	if (edit.kind === "split") return isThere("", edit.name);
	const refs = edit.kind === "merge" ? [edit.into, edit.other] : [edit.of];
	return refs.every(({ id, name }) => isThere(id, name));
}

function spelled(name: string): string {
	return fold(name).replace(/\s+/g, " ").trim();
}
