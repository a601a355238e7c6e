import { best } from "../choice/weigh.ts";
import { type Known, relationOf, type SpeakerMention, sortFit } from "./known.ts";
import { isPostOf, statesOf } from "./memory.ts";

/** The shares of those who can be meant at all; as they are where nobody can. */
export function possible(
	shares: readonly number[],
	mention: SpeakerMention,
	known: readonly Known[],
): readonly number[] {
	const { honour } = mention;
	const bearers = honour ? known.filter(({ titles }) => titles.has(honour)) : [];
	const left = shares.map((share, i) => {
		const one = known[i];
		if (one && bearers.length > 0 && !bearers.includes(one)) return 0;
		return one && cannotBe(mention, one) ? 0 : share;
	});
	if (mention.anyBody && known.some(isNamedBody))
		for (let i = 0; i <= known.length; i++) {
			const one = known[i];
			if (!one || !isNamedBody(one)) left[i] = 0;
		}
	const before = left.slice(0, known.length).some((share, i) => share > 0 && known[i]?.spoke);
	// A pronoun whose first choice cannot be meant stands for somebody else rather than for a stranger.
	const first = best(shares).index;
	if (mention.printed === "pronoun" && first < known.length && left[first] === 0 && before)
		left[known.length] = 0;
	// "The same source" is nobody new.
	if (mention.again && mention.printed === "description" && before) left[known.length] = 0;
	return left.some((share) => share > 0) ? left : shares;
}

const isNamedBody = ({ kind, described }: Known): boolean => kind === "organisation" && !described;

/** The Russian president is not whoever was titled as a Chinese one, nor is one embassy another's. */
function isOfOtherState(mention: SpeakerMention, one: Known): boolean {
	const states = statesOf(one.kind, mention);
	return states.length > 0 && one.states.size > 0 && !states.some((s) => one.states.has(s));
}

/** What never says "she"; a last name that no list has may be taken for a body's. */
const isNobody: ReadonlySet<Known["kind"]> = new Set(["document", "state", "outlet"]);

/** She is neither several people nor what a noun for bodies tells: prosecutors, China's embassy. */
const isNoSinglePerson = ({ kind, many, body }: Known): boolean =>
	isNobody.has(kind) || (many && kind === "anonymous") || (kind === "organisation" && body);

/** A verb or pronoun of one sex is none of the other. */
const isOfOtherSex = ({ printed, agreement }: SpeakerMention, one: Known): boolean =>
	(printed === "nothing" || printed === "pronoun") &&
	/^(?:mf|fm)$/u.test(agreement + one.agreement);

/** وزارة الزراعة, behind a minister of agriculture: words that named nobody, and are a part of this name. */
const isPartOfName = ({ printed, words }: SpeakerMention, one: Known): boolean =>
	printed === "name" &&
	one.kind === "anonymous" &&
	one.spoke === 0 &&
	relationOf(words, one.words) === "longer";

/** A printed name that shares no last word with somebody's whole name is another's; so is a verb of the other sex. */
function cannotBe(mention: SpeakerMention, one: Known): boolean {
	if (mention.stands === "thing" && one.kind === "person") return true;
	if (mention.stands === "person" && isNoSinglePerson(one)) return true;
	if (isOfOtherSex(mention, one) || isOfOtherState(mention, one)) return true;
	if (isPartOfName(mention, one)) return true;
	// "The company" is no union.
	if (one.kind !== "person") return !one.described && sortFit(mention, one) === 3;
	if (mention.printed !== "name" || one.described) return false;
	if (isPostOf(one, mention)) return false;
	const relation = relationOf(mention.words, one.words);
	if (relation === "none") return true;
	return (
		relation === "partly" &&
		!one.words.includes(mention.words.at(-1) ?? "") &&
		!mention.words.includes(one.words.at(-1) ?? "")
	);
}

/**
 * The one person who is meant by a post: whose titles hold every word of it, or who was called by it
 * alone before the name stood beside it; undefined where it is nobody or several.
 */
export function byPost(mention: SpeakerMention, known: readonly Known[]): Known | undefined {
	const { printed, titles } = mention;
	if (printed !== "description" && printed !== "name") return undefined;
	const words = printed === "name" ? mention.words : titles;
	const all = known.filter(
		(k) =>
			k.kind === "person" &&
			((words.length > 1 && words.every((word) => k.titles.has(word))) || isPostOf(k, mention)),
	);
	return all.length === 1 ? all[0] : undefined;
}
