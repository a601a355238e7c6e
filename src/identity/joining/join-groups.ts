import type { Slices } from "../../domain/slices.ts";
import { skeleton } from "../../language/sounds/skeleton.ts";
import { arabicName, latinName } from "../../language/sounds/transliterate.ts";
import { isArabic } from "../../language/text/tokens.ts";
import { comparePersons } from "../finding/compare-names.ts";
import type { IdentityData } from "../identity-data.ts";
import { spelledWords } from "../spelling.ts";
import type { IdentityGroup } from "./identity-groups.ts";

type Group = IdentityGroup;
/** Says that the second of the two is the first. */
export type Join = (into: Group, other: Group) => void;

/**
 * Persons of several names who are one by evidence: a last name beside the only whole name with it in
 * one article, or under the same title; a whole name that writes another in the other script, where
 * each could be nobody else. Sound alone joins nobody.
 */
export function* joinPersons(
	groups: readonly IdentityGroup[],
	data: IdentityData,
	join: Join,
): Slices<void> {
	const persons = groups.filter(({ kind }) => kind === "person");
	const whole: Group[] = [];
	const single: { group: Group; word: string }[] = [];
	const byWord = new Map<string, Group[]>();
	const byLast = new Map<string, Group[]>();
	for (const group of persons) {
		yield;
		const words = spelledWords(group.spellings[0] ?? "").map((word) => data.wordKey(word));
		if (words.length === 1) single.push({ group, word: words[0] ?? "" });
		else {
			whole.push(group);
			push(byLast, words.at(-1) ?? "", group);
			for (const word of new Set([words[0] ?? "", words.at(-1) ?? ""])) push(byWord, word, group);
		}
	}
	for (const { group, word } of single) {
		yield;
		const bearers = byWord.get(word) ?? [];
		const here = bearers.filter(({ articles }) =>
			[...group.articles].some((id) => articles.has(id)),
		);
		// In another article a given name is anybody's, whatever his title: المهندس خلفان.
		const titled = (byLast.get(word) ?? []).filter(({ titles }) =>
			[...group.titles.keys()].some((title) => titles.has(title)),
		);
		const [only] = here.length > 0 ? here : titled;
		if (only && (here.length > 0 ? here : titled).length === 1) join(only, group);
	}
	yield* joinScripts(whole, data, join);
}

function* joinScripts(whole: readonly Group[], data: IdentityData, join: Join): Slices<void> {
	const ofOne = (arabic: boolean) =>
		whole.flatMap((group) => {
			const { spellings } = group;
			return spellings.every((name) => isArabic(name) === arabic)
				? [{ group, words: spelledWords(spellings[0] ?? "") }]
				: [];
		});
	const bySound = new Map<string, { group: Group; words: string[] }[]>();
	for (const one of ofOne(true)) {
		yield;
		const rows = [one.words, one.words.map((word) => word.replace(/^ال(?=.{3})/, ""))];
		for (const row of new Set(rows.map((words) => skeleton(arabicName(words.join(""))))))
			push(bySound, row, one);
	}
	const pairs: [Group, Group][] = [];
	for (const { group, words } of ofOne(false)) {
		yield;
		const rows = new Set(latinName(words.join("")).map(skeleton));
		const others = new Set([...rows].flatMap((row) => bySound.get(row) ?? []));
		for (const other of others)
			if (comparePersons(words, other.words, data.samePersonWord) === "whole")
				pairs.push([group, other.group]);
	}
	for (const [latin, arabic] of pairs) {
		const rivals = pairs.filter((pair) => pair[0] === latin || pair[1] === arabic);
		if (rivals.length === 1) join(latin, arabic);
	}
}

function push<K, T>(map: Map<K, T[]>, at: K, value: T): void {
	const list = map.get(at);
	if (list) list.push(value);
	else map.set(at, [value]);
}
