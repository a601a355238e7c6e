import { SpeakerKind } from "../../domain/article.ts";
import type { WordFacts } from "../../language/words/word-facts.ts";
import { best, type Weigh } from "../choice/weigh.ts";
import type { SourceWords } from "../frames/parts.ts";
import type { PassageView } from "../sequence/passage-view.ts";
import { kindFeatures } from "./kind-features.ts";
import { holdsName, isUnknown, sexOfTitle } from "./names/name-words.ts";

/** What somebody is of whom these are the first words, and how sure that is. */
export function chooseKind(
	weigh: Weigh,
	view: PassageView,
	words: SourceWords,
): { kind: SpeakerKind; sure: number } {
	// Asked also where the answer is certain: whoever looks on is shown every choice.
	const shares = weigh("kind", kindFeatures(view, words), (i) => SpeakerKind.options[i] ?? "");
	const { from, to } = words.name ?? words;
	if (words.isBody) {
		const { index, sure } = best(shares.map((share, i) => (isBodyKind(i) ? share : 0)));
		return { kind: SpeakerKind.options[index] ?? "organisation", sure };
	}
	if (!holdsName(view, from, to)) return { kind: "anonymous", sure: 1 };
	if (isTitled(view, words)) return { kind: "person", sure: 1 };
	const possible = isBody(view, words) ? shares.map(personOut) : shares;
	const { index, sure } = best(hasOnlyName(view, words) ? possible.map(unnamedOut) : possible);
	return { kind: SpeakerKind.options[index] ?? "person", sure };
}

/** Mr, السيدة: such a title stands before a person alone; so does a given name before names. */
const isTitled = (view: PassageView, { from, name }: SourceWords): boolean => {
	if (!name) return false;
	if (sexOfTitle(view.facts[from])) return true;
	const names = view.facts.slice(name.from, name.to);
	const isName = (f: WordFacts | undefined) => f !== undefined && (f.sex !== "" || f.family);
	return (
		names.length > 1 &&
		names[0]?.sex !== "" &&
		!names[0]?.definite &&
		names.every((f) => isName(f) || f.roles.has("links"))
	);
};

/** المؤسسة العامة: "founder" is written as "corporation" is, but no name begins with it. */
const isBody = (view: PassageView, { name }: SourceWords): boolean =>
	name !== undefined &&
	name.to > name.from + 1 &&
	(view.facts[name.from]?.kinds.has("head:organisation") ?? false);

/** What may have a spokesperson. */
const isBodyKind = (kind: number): boolean => bodies.has(SpeakerKind.options[kind] ?? "");
const bodies: ReadonlySet<string> = new Set(["organisation", "state"]);

const personOut = (share: number, kind: number): number =>
	SpeakerKind.options[kind] === "person" ? 0 : share;

/** Nothing but words that no dictionary has: somebody with a name. */
const hasOnlyName = (view: PassageView, { name }: SourceWords): boolean =>
	name !== undefined && view.facts.slice(name.from, name.to).every(isUnknown);

const named: ReadonlySet<string> = new Set(["person", "organisation", "outlet"]);
const unnamedOut = (share: number, kind: number): number =>
	named.has(SpeakerKind.options[kind] ?? "") ? share : 0;
