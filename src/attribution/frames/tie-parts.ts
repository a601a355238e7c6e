import { best, type Weigh } from "../choice/weigh.ts";
import type { PassageReading } from "../sequence/passage-reading.ts";
import { type PassageView, textOf } from "../sequence/passage-view.ts";
import { nameCandidates, nameFeatures } from "../speakers/names/name-part.ts";
import { speakerBehindQuote } from "./behind-quote.ts";
import { claimFeatures } from "./claim-features.ts";
import { candidatesFor, type Tie, tieFeatures } from "./link.ts";
import { withNameBefore } from "./name-before.ts";
import { nameBehindPost } from "./name-behind-post.ts";
import { isNoStatement } from "./no-statement.ts";
import type { ContentPieces, SourceWords, Stretch } from "./parts.ts";
import { citedBy } from "./source/cited.ts";
import {
	namedBehind,
	printedAtHead,
	printedBehind,
	topicBefore,
	upToVerb,
} from "./source/printed.ts";
import { sourceCandidates } from "./source/source-candidates.ts";
import { sourceFeatures } from "./source/source-features.ts";
import { withWholeName } from "./source/whole-name.ts";
import { spokenFor } from "./spoken-for.ts";

/** A content with the parts of its passage that belong to it. */
export type TiedContent = {
	content: ContentPieces;
	source: SourceWords | undefined;
	cue: Stretch | undefined;
	channel: Stretch | undefined;
	day: Stretch | undefined;
	sure: { claim: number; source: number; cue: number; name: number };
};

/** Less probable than this, a content is no claim. */
export const leastClaim = 0.4;

/** For each content of a passage that is a claim: its cue, the words for its speaker and which of them are a name. */
export function tieParts(reading: PassageReading, weigh: Weigh): TiedContent[] {
	return reading.parts.contents.flatMap((content): TiedContent[] => {
		const near = around(reading, content);
		const { view, parts } = near;
		const words = content.pieces.map((piece) => textOf(view, piece)).join(" … ");
		const [, claim = 1] = weigh("claim", claimFeatures(near, content), (i) =>
			i === 0 ? "no claim" : words,
		);
		if (claim < leastClaim && !content.isShown) return [];
		const tie = (which: Tie) => {
			const candidates = candidatesFor(parts, which);
			const show = (i: number) => `${which}: ${shown(near, candidates[i])}`;
			const { index, sure } = best(weigh("tie", tieFeatures(view, parts, content, which), show));
			return { part: candidates[index], sure };
		};
		const cue = tie("cue");
		if (cue.part && isNameWithin(view, cue.part.from)) return [];
		const { source, sure } = sourceOf(near, content, cue.part, weigh);
		if (isNoStatement(view, content, cue.part, source)) return [];
		const [channel, day] = [tie("channel").part, tie("day").part];
		return [
			{ content, source, cue: cue.part, channel, day, sure: { claim, cue: cue.sure, ...sure } },
		];
	});
}

/** The United States: with a capital within a sentence it is no verb of saying. */
const isNameWithin = (view: PassageView, at: number): boolean =>
	/^\p{Lu}\p{Ll}/u.test(view.tokens[at]?.text ?? "") &&
	/^\p{Lu}/u.test(view.tokens[at - 1]?.text ?? "") &&
	view.sentence[at] === view.sentence[at - 1];

/** The words that name who said a content, and the name among them; `undefined`: none are printed. */
function sourceOf(
	reading: PassageReading,
	content: ContentPieces,
	cue: Stretch | undefined,
	weigh: Weigh,
) {
	const candidates = sourceCandidates(reading, content, cue);
	const features = sourceFeatures(reading, content, cue, candidates);
	const show = (i: number) =>
		shown(reading, candidates[i]) + (candidates[i] ? ` (${candidates[i].by})` : "");
	const shares = weigh("source", features, show);
	const quoted = speakerBehindQuote(reading, content, candidates);
	const isPassedOver = quoted >= 0 && best(shares).index >= candidates.length;
	const first =
		(isPassedOver ? { index: quoted, sure: shares[quoted] ?? 0 } : undefined) ??
		namedBehind(reading, content, cue, candidates, shares) ??
		printedBehind(reading, content, cue, candidates, shares) ??
		printedAtHead(reading.view, cue, candidates, shares) ??
		topicBefore(reading.view, cue, candidates, shares) ??
		best(shares);
	const cited = citedBy(reading.view, content, candidates, shares, first);
	const whole = cited ?? withWholeName(reading, candidates, shares, first);
	const chosen = upToVerb(reading.view, candidates, shares, whole);
	const printed = candidates[chosen.index];
	if (!printed) return { source: undefined, sure: { source: chosen.sure, name: 1 } };
	const words = withNameBefore(reading.view, printed) ?? printed;
	const names = nameCandidates(reading.view, words);
	const name = best(
		weigh("name", nameFeatures(reading, words, names), (i) => shown(reading, names[i])),
	);
	const body = spokenFor(reading.view, words);
	if (body) {
		const { from, to } = body;
		const named = body.isNamed ? { name: { from, to } } : {};
		const source: SourceWords = { from, to, ...named, isBody: true, sure: chosen.sure };
		return { source, sure: { source: chosen.sure, name: name.sure } };
	}
	const part = names[name.index];
	const begin = content.pieces[0]?.from ?? 0;
	const behind = words.to <= begin ? nameBehindPost(reading.view, words, begin) : undefined;
	const named = behind ?? part;
	const source: SourceWords = {
		from: words.from,
		to: behind?.to ?? words.to,
		...(named ? { name: named } : {}),
		sure: chosen.sure,
	};
	return { source, sure: { source: chosen.sure, name: name.sure } };
}

const shown = ({ view }: PassageReading, part: Stretch | undefined): string =>
	part ? textOf(view, part) : "none";

/** What lies further from a content than this many tokens says nothing of it. */
const reach = 250;

/** A long passage as a content sees it: with the parts around it alone, so that the work stays linear. */
function around(reading: PassageReading, { pieces }: ContentPieces): PassageReading {
	if (reading.view.tokens.length <= reach) return reading;
	const from = (pieces[0]?.from ?? 0) - reach;
	const to = (pieces.at(-1)?.to ?? 0) + reach;
	const near = <T extends Stretch>(list: readonly T[]) =>
		list.filter((p) => p.to > from && p.from < to);
	const { sources, cues, channels, days, contents } = reading.parts;
	const parts = {
		sources: near(sources),
		cues: near(cues),
		channels: near(channels),
		days: near(days),
		contents: contents.filter(({ pieces: [first] }) => first && first.to > from && first.from < to),
	};
	return { ...reading, parts };
}
