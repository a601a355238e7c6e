import { speakerNames } from "../../answers/find/filters.ts";
import { citationOf, claimItem, quoteOf, quotePart } from "../../answers/items/cite.ts";
import type { ClaimRef, Library } from "../../answers/library.ts";
import { closestSentence } from "../../answers/past/closest-sentence.ts";
import { versionsIn } from "../../answers/past/versions.ts";
import { correctionsFor, withPast } from "../../answers/past/with-past.ts";
import type { ClaimItem } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import { unknownPublished } from "../../domain/dates.ts";
import { analyse, type StopWords } from "../../language/words/index-terms.ts";
import type { DigestBase } from "./digest-base.ts";
import type { GoneClaim } from "./material.ts";

/** Least share of the topic's terms that a statement must hold which the index holds no more. */
const shareOfTopic = 0.5;

/** What is told of statements that stand no more as they stood. */
export type Gone = {
	items: ClaimItem[];
	/** New claims that are told as what stands in the place of an older one. */
	replacing: ReadonlySet<string>;
};

/**
 * Statements that were told to the channel, or are on its topic, and that their source makes no more,
 * with what it says now; and those that a new correction concerns. Each once.
 */
export function goneItems(base: DigestBase, stopWords: StopWords): Gone {
	const { material, tests, reading, topicTerms, library } = base;
	const versions = versionsIn(library);
	const told = new Set([...material.told].map((id) => versions.now(id)));
	const replacing = new Set<string>();
	const isMeant = (ref: ClaimRef) => tests.claim(ref) && isOnTopic(ref, topicTerms, stopWords);
	const items = material.gone.flatMap((gone): ClaimItem[] => {
		const ref = refOf(gone, library);
		const isTold = told.has(versions.now(gone.claim.id));
		// That a page is gone matters to whoever was told what it said.
		if (!isTold && (gone.how === "gone" || !isMeant(ref))) return [];
		const next = gone.how === "corrected" ? nowOf(gone, base) : null;
		if (next?.isUnchanged) return [];
		if (next?.claim) replacing.add(next.claim);
		const { claim } = gone;
		const { rendering } = ref.article;
		const ours = rendering === "paraphrase" ? claim.paraphrase?.[reading.language] : undefined;
		const standing = gone.how === "corrected" ? undefined : gone.head?.standing;
		return [
			{
				kind: "claim",
				quote: ours ?? claim.quote,
				rendering,
				citation: citationOf(ref, claim.source, reading.language),
				claim,
				contradictedBy: [],
				gone: gone.how,
				...(standing ? { standing } : {}),
				...next?.told,
			},
		];
	});
	return { items: [...items, ...correctedItems(base, { told, replacing, isMeant })], replacing };
}

/** Claims that stand in the same words, and that a new correction concerns: each correction once. */
function correctedItems(
	{ material, library, reading }: DigestBase,
	{
		told,
		replacing,
		isMeant,
	}: {
		told: ReadonlySet<string>;
		replacing: ReadonlySet<string>;
		isMeant: (ref: ClaimRef) => boolean;
	},
): ClaimItem[] {
	const shown = new Set<string>();
	return [...(material.corrected ?? [])].flatMap((id): ClaimItem[] => {
		const ref = library.claim(id);
		if (!ref || material.newClaims.has(id) || replacing.has(id)) return [];
		if (!told.has(id) && !isMeant(ref)) return [];
		const item = withPast(claimItem(ref, library, reading.language), library, reading.language);
		const corrections = (item.corrections ?? []).filter((one) => !shown.has(one.id));
		// A correction of the whole article is told beside what the channel was told of it, not of all else.
		const fit = told.has(id) ? corrections : corrections.filter(({ scope }) => scope === "claim");
		for (const one of fit) shown.add(one.id);
		return fit.length > 0 ? [{ ...item, corrections: fit }] : [];
	});
}

type Next = {
	/** The words stand in the article still: only how they were read has changed. */
	isUnchanged: boolean;
	/** The claim in its place. */
	claim: string | null;
	told: Pick<ClaimItem, "now" | "corrections">;
};

/** What the source says in the place of a claim that it makes no more. */
function nowOf({ claim, article }: GoneClaim, { library, reading }: DigestBase): Next | null {
	const { language } = reading;
	const versions = versionsIn(library);
	const made = library.claim(versions.now(claim.id));
	const { passage } = claim;
	const holder = versions.articleOf(passage) ?? article;
	const ref = made ?? library.passage(holder, versions.now(passage));
	if (!ref || ref.article.rendering === "paraphrase") return null;
	const part = closestSentence(claim.quote, ref.passage.text);
	if (part === null) return { isUnchanged: true, claim: null, told: {} };
	const corrections = correctionsFor(ref, made?.claim.id ?? null, language);
	const now = made ? quoteOf(made, made.claim, language) : quotePart(ref, part, language);
	return {
		isUnchanged: false,
		claim: made?.claim.id ?? null,
		told: { now, ...(corrections.length > 0 ? { corrections } : {}) },
	};
}

function isOnTopic({ claim }: ClaimRef, topic: ReadonlySet<string>, stopWords: StopWords): boolean {
	if (topic.size === 0) return true;
	const { quote, paraphrase, about, topics } = claim;
	const texts = [
		quote,
		paraphrase?.ar,
		paraphrase?.en,
		...speakerNames(claim),
		...about,
		...topics,
	];
	const own = termsOf(texts, stopWords);
	const held = [...topic].filter((term) => own.has(term));
	return held.length >= shareOfTopic * topic.size;
}

/** Index terms of texts, without stop words. */
export function termsOf(
	texts: readonly (string | null | undefined)[],
	stopWords: StopWords,
): ReadonlySet<string> {
	const all = texts.flatMap((text) => (text ? analyse(text, stopWords) : []));
	return new Set(all.map(({ term }) => term).filter(Boolean));
}

/** The place where it stood: the corpus may have neither the passage nor the article any more. */
function refOf({ claim, article: id, head }: GoneClaim, library: Library): ClaimRef {
	const stored = library.article(id);
	const article: Article = {
		id,
		language: head?.language ?? stored?.language ?? "en",
		title: head?.title ?? stored?.title ?? null,
		outlet: head?.outlet ?? stored?.outlet ?? null,
		url: head?.url ?? stored?.url ?? null,
		source: { file: head?.file ?? stored?.source.file ?? id, sha256: "" },
		published: head?.published ?? stored?.published ?? unknownPublished,
		rendering: head?.rendering ?? stored?.rendering ?? "verbatim",
		passages: [],
		claims: [],
		events: [],
		figures: [],
		contradictions: [],
	};
	const passage = {
		id: claim.passage,
		kind: "body",
		text: claim.quote,
		source: claim.source,
	} as const;
	return { article, passage, claim };
}
