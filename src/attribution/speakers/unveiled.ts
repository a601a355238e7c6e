import type { SourceWords, Stretch } from "../frames/parts.ts";
import type { PassageView } from "../sequence/passage-view.ts";
import type { Known, SpeakerMention } from "./known.ts";
import type { SpeakerMemory } from "./memory.ts";
import { comparedWord } from "./names/compared.ts";
import { isArabic, isHonour, isListed } from "./names/name-words.ts";
import { agreementOf } from "./resolve.ts";

/** Passages behind the words of somebody described within which his name is told: by the same noun, and by another. */
const reach = { same: 3, other: 1 };

/**
 * Whoever was described alone and is told by name now, as news do in the second paragraph: a coroner said … . Senior
 * coroner Victoria Langridge said; a plant chemist wrote … . The chemist, Dale Krautheim, is 74. Undefined where the
 * name may be another's.
 */
export function unveiled(
	view: PassageView,
	words: SourceWords | undefined,
	mention: SpeakerMention,
	memory: SpeakerMemory,
): Known | undefined {
	const name = words?.name;
	if (!words || !name || mention.printed !== "name" || mention.words.length < 2) return undefined;
	if (isArabic(view, name.from) || !mayBePerson(view, name)) return undefined;
	const described = memory
		.candidates()
		.filter(
			(k) =>
				k.described &&
				k.spoke > 0 &&
				!k.many &&
				(k.kind === "person" || k.kind === "anonymous") &&
				agreementOf(mention, k) !== 2,
		);
	const posts = postsIn(view, words, name);
	const away = (k: Known) => mention.passage - k.passage;
	const titled = described.filter(
		(k) => away(k) <= reach.same && posts.some((post) => k.words.includes(post)),
	);
	const last = memory.last?.speaker;
	const near = last && described.includes(last) && away(last) <= reach.other ? last : undefined;
	const [same] = titled.length > 0 ? titled : isDefinitePost(view, name) ? [near] : [];
	const found = titled.length < 2 ? same : undefined;
	if (found) found.kind = "person";
	return found;
}

/** No body's name: no noun for one among its words, and nobody's "of" (Transworld's Hanna Brecht). */
const mayBePerson = (view: PassageView, { from, to }: Stretch): boolean =>
	view.facts
		.slice(from, to)
		.every((f) => f.kinds.size === 0 || f.sex !== "" || f.roles.has("links") || f.family) &&
	!view.tokens.slice(from, to).some(({ text }) => /['’]s$/u.test(text));

/** Nouns for people among the words before the name, as they are compared. */
function postsIn(view: PassageView, { from }: Stretch, name: Stretch): string[] {
	const out: string[] = [];
	const comma = view.tokens[name.from - 1]?.text === "," ? 1 : 0;
	for (let t = Math.min(from, beginOfTitle(view, name.from - comma)); t < name.from; t++)
		if (isListed(view.facts[t], "head:person", "head:anonymous") && !isHonour(view.facts[t]))
			out.push(comparedWord(view.tokens[t]?.word ?? ""));
	return out;
}

/** The first of the words that stand before a name without a mark between: Assistant Attorney General. */
function beginOfTitle(view: PassageView, at: number): number {
	let from = at;
	while (
		from > 0 &&
		view.sentence[from - 1] === view.sentence[at] &&
		/^\p{L}/u.test(view.tokens[from - 1]?.text ?? "") &&
		isListed(view.facts[from - 1], "head:person")
	)
		from--;
	return from;
}

/** The witness, Cody Furman; the envoy, Sir Philip Haldane: "the" says that he was spoken of. */
function isDefinitePost(view: PassageView, name: Stretch): boolean {
	let at = name.from - 1;
	while (isHonour(view.facts[at])) at--;
	if (
		view.tokens[at]?.text !== "," ||
		!isListed(view.facts[at - 1], "head:person", "head:anonymous")
	)
		return false;
	const first = view.facts[at - 2];
	return first?.kinds.has("articles") === true && !first.kinds.has("indefinite");
}
