/**
 * `halves`: the first half of a given name; `pointing`: before what is known; `before`: in front of a
 * name and no part of it; `again`: behind a noun, the one that was spoken of; `againAlone`: so by itself;
 * `honorifics`: before a name, for men and women; `bodyEndings`: at the end of the name of a firm or body;
 * `anyBody`: a noun that stands for firms and groups of every kind;
 * `toSomebody`: "to me", never who speaks; `places`: behind the name of a body, before where it is; `inTheName`: behind
 * who speaks for a body; `counts`: how many of others there are, behind a whole name;
 * `issuedAs`: behind a document, where it came from: "a memo seen by"; `opensHonour`: the first word of a long honour before a
 * title: صاحب السمو الملكي; `ofThem`: one or some of those who were spoken of; `anyOne`: before a noun, nobody in particular.
 */
export const nameRoles = [
	"links",
	"halves",
	"titlesOfMen",
	"titlesOfWomen",
	"pointing",
	"before",
	"again",
	"againAlone",
	"honorifics",
	"bodyEndings",
	"anyBody",
	"toSomebody",
	"places",
	"inTheName",
	"counts",
	"issuedAs",
	"opensHonour",
	"ofThem",
	"anyOne",
] as const;
export type NameRole = (typeof nameRoles)[number];
/**
 * `god`: whom a prayer is for; `impersonal`: "it is recalled", said by nobody; `asked`: behind "when",
 * what made somebody speak; `calls`: says what something is, `dismisses`: and that it is wrong; `said`: a noun for
 * what somebody said; `untrue`: what is called so is denied; `pointsBack`: stands for what was said; `turns`: begins
 * a clause about somebody else; `offers` and `nothing`: "offered no proof" is what somebody did not say;
 * `breaks`: behind a comma, begins a clause of the article's own; `breaksBehind`: so with a preposition before it;
 * `resumes`: behind what is taken up, begins what is said of it: فقد.
 */
export const statementRoles = [
	"god",
	"impersonal",
	"asked",
	"calls",
	"dismisses",
	"said",
	"untrue",
	"pointsBack",
	"turns",
	"offers",
	"nothing",
	"breaks",
	"breaksBehind",
	"resumes",
] as const;
export type StatementRole = (typeof statementRoles)[number];
/**
 * Forms of verbs that rule out or doubt what is said; `excludesWith` does with `excludesBehind` right behind it. `takesBy`:
 * Arabic verbs before what is said with بـ: وعد بـ; `carriesObject`: Arabic verbs with their object written onto them: قدرتها.
 */
export const verbRoles = [
	"excludes",
	"excludesWith",
	"excludesBehind",
	"takesBy",
	"carriesObject",
] as const;
export type VerbRole = (typeof verbRoles)[number];
export type WordRole = NameRole | StatementRole | VerbRole;
/** Words around names of people by their role, and second halves of words that stand before a name: Dubai-based. */
export type NameWords = Record<NameRole | "endingsBefore", readonly string[]>;
