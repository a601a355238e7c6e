import { SpeakerKind } from "../domain/article.ts";
import type { CorrectionKind, IdentityPlace, NewCorrection } from "../domain/corrections.ts";
import { DateValue, dayRange, type StatedDate, unknownDate } from "../domain/dates.ts";
import { Act } from "../domain/sets/acts.ts";
import { westernDigits } from "../domain/typed-words.ts";
import { type Identity, nameOf } from "../identity/identity.ts";
import type { IdentityTable } from "../identity/identity-table.ts";
import { articlePlaceOf, claimPlaceOf, passagePlaceOf } from "./same-place.ts";
import { claimOf, refused, type Target } from "./targets.ts";
import type { CorrectionWords } from "./words.ts";

/** What an operator asks for, not yet checked. */
export type AskedCorrection = {
	kind: CorrectionKind;
	/** What it is about; of names none. */
	target: Target | null;
	/** The other claim of a pair. */
	other?: Target | undefined;
	/** The name that is corrected: of somebody in the articles. */
	name?: string | undefined;
	/** The new value as it was typed. */
	value: string;
	/** What kind the new speaker is, where that is not known by the name. */
	speakerKind?: string | undefined;
	by: string;
	why: string;
};

/** `who`: null where `namesPeople` says that nobody's name is looked up. */
export type MakeParts = { who: IdentityTable | null; words: CorrectionWords };

/** Whether a correction of this kind asks who is who. */
export function namesPeople(kind: CorrectionKind): boolean {
	return kind === "speaker" || kind === "merge" || kind === "split" || kind === "alias";
}

/** Names that are proposed. */
const names = 5;

/** The correction, ready to be kept. Errors: `correction_refused`. */
export function makeCorrection(asked: AskedCorrection, parts: MakeParts): NewCorrection {
	const { who } = parts;
	const { kind, by } = asked;
	const why = asked.why.trim();
	if (!why) throw refused("no_reason", {});
	const told = { by, why };
	const value = asked.value.trim();
	switch (kind) {
		case "hide_article":
		case "remove":
			return { kind, ...told, article: articleOf(asked) };
		case "hide_passage":
			return { kind, ...told, article: articleOf(asked), passage: passageOf(asked) };
		case "hide_claim":
			return { kind, ...told, ...ofClaim(asked.target) };
		case "speaker":
			return { kind, ...told, ...ofClaim(asked.target), to: speakerOf(asked, whoIs(who)) };
		case "act": {
			const act = parts.words.act(value);
			if (!act) throw refused("no_act", { value, acts: Act.options.join(", ") });
			return { kind, ...told, ...ofClaim(asked.target), to: act };
		}
		case "day":
			return { kind, ...told, ...ofClaim(asked.target), to: dayOf(value, parts.words) };
		case "via": {
			const relays = parts.words.isNone(value) ? [] : value.split(/[,،;]/).map((one) => one.trim());
			const to = relays.filter(Boolean);
			return { kind, ...told, ...ofClaim(asked.target), to: [...new Set(to)] };
		}
		case "outlet": {
			const to = parts.words.isNone(value) ? null : needed(value);
			return { kind, ...told, article: articleOf(asked), to };
		}
		case "unpair": {
			const [a, b] = [ofClaim(asked.target), ofClaim(asked.other ?? null)];
			if (JSON.stringify(a) === JSON.stringify(b)) throw refused("same_claim", {});
			return { kind, ...told, claims: [a, b] };
		}
		case "merge": {
			const [into, other] = [needed(asked.name ?? ""), needed(value)].map((name) =>
				oneCalled(name, whoIs(who)),
			);
			if (!into || !other || into.id === other.id)
				throw refused("same_person", { name: asked.name ?? "", other: value });
			return { kind, ...told, into, other };
		}
		case "split": {
			const name = needed(asked.name ?? value);
			if (whoIs(who).named(name).length === 0) throw nobody(name, whoIs(who));
			const article = asked.target ? articlePlaceOf(asked.target.article) : null;
			return { kind, ...told, name, article };
		}
		case "alias": {
			const of = oneCalled(needed(asked.name ?? ""), whoIs(who));
			const [known] = whoIs(who).named(needed(value));
			if (known) throw refused("known_name", { name: value, other: nameOf(known, "en") });
			return { kind, ...told, of, name: value };
		}
	}
}

function whoIs(who: IdentityTable | null): IdentityTable {
	if (who === null) throw new Error("It is asked who is who, which was not read.");
	return who;
}

function needed(value: string): string {
	if (!value.trim()) throw refused("no_value", {});
	return value.trim();
}

function targetNeeded(target: Target | null): Target {
	if (!target) throw refused("no_value", {});
	return target;
}

function articleOf({ target }: AskedCorrection) {
	return articlePlaceOf(targetNeeded(target).article);
}

function passageOf({ target }: AskedCorrection) {
	const { passage, article } = targetNeeded(target);
	if (!passage) throw refused("no_target", { reference: article.id });
	return passagePlaceOf(passage);
}

function ofClaim(target: Target | null) {
	const known = targetNeeded(target);
	return { article: articlePlaceOf(known.article), claim: claimPlaceOf(claimOf(known)) };
}

/** Whoever is known by the name is what he is known as; others are persons unless it is said. */
function speakerOf({ value, speakerKind }: AskedCorrection, who: IdentityTable) {
	const name = needed(value);
	if (speakerKind !== undefined) {
		const kind = SpeakerKind.safeParse(speakerKind);
		if (!kind.success)
			throw refused("no_kind", { value: speakerKind, kinds: SpeakerKind.options.join(", ") });
		return { name, kind: kind.data };
	}
	const { identities, match } = who.find(name);
	const [only] = match === "whole" ? identities : [];
	return { name, kind: only?.kind ?? "person" };
}

function dayOf(text: string, words: CorrectionWords): StatedDate {
	const value = westernDigits(text);
	if (words.isNone(value)) return unknownDate;
	const range = DateValue.safeParse(value).success ? dayRange(value) : null;
	// 31 February has the form of a day.
	const isReal = range && [range.from, range.to].every(isCalendarDay) && range.from <= range.to;
	if (!isReal) throw refused("no_day", { value: text });
	const precision = value.includes("/")
		? "interval"
		: value.length === 4
			? "year"
			: value.length === 7
				? "month"
				: "day";
	return { value, precision, basis: "given" };
}

function isCalendarDay(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function oneCalled(name: string, who: IdentityTable): IdentityPlace {
	const { identities } = who.find(name);
	const [only, ...more] = identities;
	if (!only) throw nobody(name, who);
	if (more.length > 0) throw refused("several_people", { name, names: told(identities) });
	return { id: only.id, name: only.spellings[0] ?? nameOf(only, "en") };
}

function nobody(name: string, who: IdentityTable) {
	const meant = told(who.like(name, names));
	return meant ? refused("nobody", { name, names: meant }) : refused("stranger", { name });
}

function told(identities: readonly Identity[]): string {
	return [...new Set(identities.slice(0, names).map((one) => nameOf(one, "en")))].join(", ");
}
