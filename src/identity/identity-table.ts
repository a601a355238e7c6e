import type { Article, Claim } from "../domain/article.ts";
import { atOnce, type Slices } from "../domain/slices.ts";
import { findIdentities, likeIdentities } from "./finding/find-identities.ts";
import { NameIndex } from "./finding/name-index.ts";
import type { FoundIdentities, Identity } from "./identity.ts";
import type { IdentityData } from "./identity-data.ts";
import { IdentityEdits } from "./identity-edits.ts";
import { IdentityGroup } from "./joining/identity-groups.ts";
import { joinPersons } from "./joining/join-groups.ts";
import { membersOf } from "./joining/joint-names.ts";
import { KnownMentions } from "./joining/known-mentions.ts";
import { type Mention, namesIn } from "./joining/mentions.ts";

/** Names that were looked up and are kept, the last so many. */
const mostKept = 200;

/** Who is who in a corpus: everybody who speaks in its articles, relays or printed them. */
export class IdentityTable {
	/** Those that have names, who speak most first. */
	readonly identities: readonly Identity[];
	readonly #index: NameIndex;
	readonly #mentions: KnownMentions;
	readonly #ofKey = new Map<string, readonly Identity[]>();
	/** Of several who speak together, and of whom an operator set apart: theirs is another key than the article's. */
	readonly #ofMention = new Map<string, readonly Identity[]>();
	readonly #ofName = new Map<string, Set<Identity>>();
	readonly #found = new Map<string, FoundIdentities>();
	#spoken: ReadonlySet<string> | undefined;

	private constructor(
		identities: readonly Identity[],
		data: IdentityData,
		mentions: KnownMentions,
	) {
		this.identities = identities;
		this.#mentions = mentions;
		this.#index = new NameIndex(data);
	}

	static of(articles: readonly Article[], data: IdentityData): IdentityTable {
		return atOnce(IdentityTable.read(articles, data));
	}

	static *read(
		articles: readonly Article[],
		data: IdentityData,
		known: KnownMentions = new KnownMentions(data),
		edits: IdentityEdits = new IdentityEdits([]),
	): Slices<IdentityTable> {
		const groups = new Map<string, IdentityGroup>();
		/** By the mention as the article has it, see `asNamed`. */
		const keysOf = new Map<string, readonly string[]>();
		const joint: { mention: Mention; read: Mention }[] = [];
		const names = new Map<string, string>();
		const add = (mention: Mention): void => {
			let group = groups.get(mention.key);
			if (!group) {
				group = new IdentityGroup(mention);
				groups.set(mention.key, group);
			}
			group.add(mention);
			for (const name of mention.names) names.set(name, mention.key);
		};
		for (const article of articles) {
			for (const read of known.of(article)) {
				const mention = edits.split(read);
				if (mention !== read) keysOf.set(asNamed(read), [mention.key]);
				if (mayBeJoint(mention, data)) joint.push({ mention, read });
				else add(mention);
			}
			yield;
		}
		for (const { mention, read } of joint) {
			yield;
			const members = membersOf(mention, data, (name) => names.has(name));
			add(members ? { ...mention, joint: true } : mention);
			const keys = [mention.key];
			for (const { name, listed } of members ?? []) {
				const kind = listed?.kind ?? mention.kind;
				const key = names.get(name) ?? `listed ${listed?.kind} ${listed?.en[0] ?? listed?.ar[0]}`;
				add({ ...mention, key, kind, names: [name], label: undefined, listed, title: null });
				keys.push(key);
			}
			if (members) keysOf.set(asNamed(read), keys);
		}
		const joined = new Map<IdentityGroup, IdentityGroup>();
		const last = (group: IdentityGroup): IdentityGroup => {
			const into = joined.get(group);
			return into ? last(into) : group;
		};
		const join = (into: IdentityGroup, other: IdentityGroup) => {
			const [a, b] = [last(into), last(other)];
			if (a === b) return;
			a.join(b);
			joined.set(b, a);
		};
		const all = [...groups.values()];
		yield* joinPersons(
			all.filter((group) => edits.isFree(group)),
			data,
			join,
		);
		edits.apply(all, join, last);
		const made = new Map<IdentityGroup, Identity>();
		for (const group of groups.values()) {
			yield;
			if (!joined.has(group)) made.set(group, group.made());
		}
		const ranked = [...made.values()].sort(
			(a, b) => b.claims - a.claims || b.relayed - a.relayed || (a.id < b.id ? -1 : 1),
		);
		const isNamed = ({ kind, joint }: Identity) => kind !== "anonymous" && !joint;
		const table = new IdentityTable(ranked.filter(isNamed), data, known);
		for (const identity of ranked) {
			yield;
			table.#add(identity);
		}
		for (const [key, group] of groups) {
			const one = made.get(last(group));
			if (one) table.#ofKey.set(key, [one]);
		}
		for (const [mention, keys] of keysOf) {
			yield;
			table.#ofMention.set(
				mention,
				keys.flatMap((key) => table.#ofKey.get(key) ?? []),
			);
		}
		return table;
	}

	#add(identity: Identity): void {
		this.#index.add(identity);
		for (const name of [...identity.spellings, ...identity.aliases]) {
			const known = this.#ofName.get(name);
			if (known) known.add(identity);
			else this.#ofName.set(name, new Set([identity]));
		}
	}

	/** Whom a name means; the answer to a name that nobody has is nobody. */
	find(asked: string): FoundIdentities {
		const known = this.#found.get(asked);
		if (known) return known;
		const found = findIdentities(asked, this.#index);
		if (this.#found.size >= mostKept) this.#found.clear();
		this.#found.set(asked, found);
		return found;
	}

	/**
	 * Whether somebody who is quoted has the name as a part of his, in any order (the Red Cross
	 * coordinator), or, where it is a state's, an office of that state.
	 */
	speaksFor(name: string): boolean {
		const state = this.#index.data.stateOf(name);
		if (state !== undefined && this.#statesSpoken().has(state)) return true;
		return this.#index.holding(name).some(({ claims }) => claims > 0);
	}

	/** States whose officials are quoted, by their names and titles. */
	#statesSpoken(): ReadonlySet<string> {
		if (this.#spoken) return this.#spoken;
		const { data } = this.#index;
		const out = new Set<string>();
		for (const { claims, spellings, titles } of this.identities) {
			if (claims === 0) continue;
			for (const name of [...spellings, ...titles]) {
				const words = data.wordsOf(name);
				for (const at of words.keys())
					for (const length of [1, 2]) {
						const state = data.stateOf(words.slice(at, at + length).join(" "));
						if (state !== undefined) out.add(state);
					}
			}
		}
		this.#spoken = out;
		return out;
	}

	/** Whom a name that means nobody here may have been meant for. */
	like(asked: string, limit: number): Identity[] {
		return likeIdentities(asked, this.#index, limit);
	}

	/** In whose words the claim is; of one that no article makes any more, by the name alone. */
	speakers(claim: Claim): readonly Identity[] {
		const mention = this.#mentions.mentionOf(claim);
		const known = mention && (this.#apart(mention) ?? this.#ofKey.get(mention.key));
		if (known) return known;
		const { name, label } = claim.speaker;
		return namesIn(name, label).flatMap((each) => this.named(each));
	}

	#apart(mention: Mention): readonly Identity[] | undefined {
		return this.#ofMention.size > 0 ? this.#ofMention.get(asNamed(mention)) : undefined;
	}

	/** Everybody with exactly this spelling. */
	named(name: string): Identity[] {
		return [...(this.#ofName.get(name) ?? [])];
	}
}

/** The same for two mentions of one article that name somebody alike: it may have been read twice. */
function asNamed({ article, key, kind, names }: Mention): string {
	return [article, key, kind, ...names].join("\n");
}

function mayBeJoint({ names, listed, kind }: Mention, { joint }: IdentityData): boolean {
	if (listed || (kind !== "person" && kind !== "state" && kind !== "organisation")) return false;
	return names.some((name) => joint.test(name));
}
