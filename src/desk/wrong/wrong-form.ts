import type { Answerer } from "../../answers/answerer.ts";
import type { Target } from "../../corrections/targets.ts";
import type { Article, Claim } from "../../domain/article.ts";
import { pairsIn } from "../../domain/article-outline.ts";
import type { Say } from "../../domain/messages.ts";
import { Act } from "../../domain/sets/acts.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { ItemPlace } from "../../domain/state/conversation.ts";
import {
	unpairMark,
	type WrongForm,
	wrongChoiceKeys,
	wrongChoices,
} from "../../domain/wrong-form.ts";
import { isolated } from "../../language/text/isolate.ts";
import { claimWithId, onlyClaim } from "./wrong-targets.ts";

/** Other claims that an item is said to contradict: so many are offered. */
const mostPairs = 5;
/** Of words in a choice; the least that a platform takes is 75. */
const mostLabel = 34;
/** Of an id in a choice; platforms take 100 with what stands before it. */
const longestId = 90;

/** `stored`: the articles as they were read. */
type Parts = { answerer: Answerer; say: Say; stored: readonly Article[] };

/** The form for what stands at this place, filled with what can be said of it. */
export function formFor(
	place: ItemPlace,
	target: Target,
	language: Language,
	parts: Parts,
): WrongForm {
	const { say, answerer } = parts;
	const claim = onlyClaim(target);
	const shown = answerer.quotation(place, language);
	const passage = shown?.passages.find(({ quoted }) => quoted);
	const quote = passage?.quoted
		? passage.text.slice(passage.quoted.from, passage.quoted.to)
		: (claim?.paraphrase?.[language] ?? claim?.quote ?? target.passage?.text ?? "");
	const offered = wrongChoiceKeys.filter(
		(key) => (claim || !wrongChoices[key].claim) && (target.passage || key !== "hide_passage"),
	);
	return {
		...{ language, quote, speaker: claim ? speakerIn(claim, language) : "" },
		choices: [
			...offered.map((value) => ({ value, label: say(language, `wrong.choice.${value}`) })),
			...(claim ? pairsOf(claim, language, parts) : []),
		],
		acts: Act.options.map((value) => ({ value, label: say(language, `stance.${value}`) })),
	};
}

/** That the claim and one that it is said to contradict are no pair. */
function pairsOf(
	claim: Claim,
	language: Language,
	{ say, answerer, stored }: Parts,
): WrongForm["choices"] {
	const others = answerer
		.articles()
		.flatMap(pairsIn)
		.flatMap(([a, b]) => (a === claim.id ? [b] : b === claim.id ? [a] : []));
	return [...new Set(others)].slice(0, mostPairs).flatMap((id) => {
		const other = claimWithId(id, stored)?.claim;
		if (!other || id.length > longestId) return [];
		const said = other.paraphrase?.[language] ?? other.quote;
		const words = `${speakerIn(other, language)}: ${said}`;
		const cut = words.length > mostLabel ? `${words.slice(0, mostLabel)}…` : words;
		const params = { claim: isolated(cut, language) };
		return [{ value: `${unpairMark}${id}`, label: say(language, "wrong.choice.unpair", params) }];
	});
}

function speakerIn({ speaker }: Claim, language: Language): string {
	return speaker.label?.[language] ?? speaker.name;
}
