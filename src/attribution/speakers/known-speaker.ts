import type { Speaker } from "../../domain/article.ts";
import { type NameKey, nameKey } from "../../identity/same-name.ts";
import { fold } from "../../language/text/normalise.ts";
import type { Statement } from "../statement.ts";

/** A speaker of the article, and what is needed to know it again. */
export type KnownSpeaker = {
	speaker: Speaker;
	/** The name as it is compared, and its last word, folded. */
	key: NameKey;
	last: string;
	/** Folded head noun, for "the source", "the report". */
	head: string;
	titles: NameKey[];
	agreement: Statement["agreement"];
	plural: boolean;
	/** Who relayed it when it was last heard. */
	via: string[];
	confides: boolean;
	/** The more, the later it was mentioned; 0 before it has been. */
	heard: number;
	/** Index of the passage in which it last spoke; -1 before it has. */
	passage: number;
};

/** Somebody heard of for the first time. */
export function newcomer(name: string): Omit<KnownSpeaker, "speaker"> {
	return {
		key: nameKey(name),
		last: fold(name).split(" ").at(-1) ?? "",
		head: "",
		titles: [],
		agreement: null,
		plural: false,
		via: [],
		confides: false,
		heard: 0,
		passage: -1,
	};
}

/** A name grows while the article is read. */
export function rename(known: KnownSpeaker, name: string): void {
	const { key, last } = newcomer(name);
	Object.assign(known, { speaker: { ...known.speaker, name }, key, last });
}

export function addTitle(known: KnownSpeaker, text: string): void {
	const title = nameKey(text);
	const spelled = title.words.join(" ");
	if (!known.titles.some((t) => t.words.join(" ") === spelled)) known.titles.push(title);
}

/** Whether a verb or pronoun without a name may mean this speaker. */
export function agrees(k: KnownSpeaker, agreement: Statement["agreement"]): boolean {
	if (agreement === null) return true;
	if (agreement === "p" || agreement === "d") return k.plural || k.agreement === agreement;
	if (k.plural && agreement === "m") return false;
	return k.agreement === null || k.agreement === agreement;
}
