import type { ClaimRef, Library } from "../../answers/library.ts";
import type { Claim } from "../../domain/article.ts";
import { datesOverlap } from "../../domain/dates.ts";
import { rememberedWord } from "../../language/text/memo.ts";
import { fold } from "../../language/text/normalise.ts";
import { analyse, type StopWords } from "../../language/words/index-terms.ts";

// Two reports of one statement share this much of the shorter one's terms.
const shareOfTerms = 0.6;
const fewestTerms = 3;
// In two languages only what both are about can be compared: nearly all of it must be the same.
const shareOfTags = 0.75;
const fewestTags = 3;

/**
 * Tells whether two claims report one statement: one speaker, no denial beside an assertion, days that
 * may be the same, and the same words; across languages, the same subjects.
 */
export class Statements {
	readonly #stopWords: StopWords;
	readonly #terms = new WeakMap<Claim, ReadonlySet<string>>();

	constructor(stopWords: StopWords) {
		this.#stopWords = stopWords;
	}

	same(a: ClaimRef, b: ClaimRef): boolean {
		if (speakerKey(a.claim) !== speakerKey(b.claim)) return false;
		if ((a.claim.act === "denies") !== (b.claim.act === "denies")) return false;
		const [day, other] = [a.claim.saidOn.value, b.claim.saidOn.value];
		if (day !== null && other !== null && !datesOverlap(day, other)) return false;
		const [left, right] = [this.#termsOf(a.claim), this.#termsOf(b.claim)];
		if (overlap(left, right) >= shareOfTerms && Math.min(left.size, right.size) >= fewestTerms)
			return true;
		if (a.article.language === b.article.language) return false;
		const [mine, theirs] = [tagsOf(a.claim), tagsOf(b.claim)];
		return (
			a.claim.act === b.claim.act &&
			Math.min(mine.size, theirs.size) >= fewestTags &&
			overlap(mine, theirs) >= shareOfTags
		);
	}

	#termsOf(claim: Claim): ReadonlySet<string> {
		let terms = this.#terms.get(claim);
		if (!terms) {
			const texts = [claim.quote, claim.paraphrase?.ar, claim.paraphrase?.en];
			const all = texts.flatMap((text) => (text ? analyse(text, this.#stopWords) : []));
			terms = new Set(all.map(({ term }) => term).filter((term) => term.length > 1));
			this.#terms.set(claim, terms);
		}
		return terms;
	}
}

function tagsOf({ about, topics }: Claim): ReadonlySet<string> {
	return new Set([...about, ...topics]);
}

/** Share of the smaller set that is in the other, 0 to 1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	let both = 0;
	for (const each of small) if (large.has(each)) both++;
	return small.size === 0 ? 0 : both / small.size;
}

function speakerKey({ speaker }: Claim): string {
	return speaker.kind === "anonymous" ? "anonymous" : lastName(speaker.label?.en ?? speaker.name);
}

/** Without the article: Putin and Vladimir Putin are one speaker. */
const lastName = rememberedWord((name): string => {
	const words = fold(name)
		.replace(/[^\p{L}\p{Nd}\s]/gu, "")
		.trim()
		.split(/\s+/);
	return (words.at(-1) ?? "").replace(/^ال/, "");
});

const indexes = new WeakMap<Library, ReadonlyMap<string, readonly ClaimRef[]>>();

/** Claims by the same speaker; read once for each state of the corpus. */
export function claimsOfSpeaker(library: Library, claim: Claim): readonly ClaimRef[] {
	let index = indexes.get(library);
	if (!index) {
		const all = library.passages.flatMap((ref) => library.claims(ref));
		index = Map.groupBy(all, (ref) => speakerKey(ref.claim));
		indexes.set(library, index);
	}
	return index.get(speakerKey(claim)) ?? [];
}
