import { partsOf } from "../../line-parts.ts";
import type { MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import type { NamedPage } from "../finding/head-names.ts";
import type { BodyMentions } from "../in-body.ts";
import { nameKey } from "../same-name.ts";
import { soundsOfAddress } from "./name-sounds.ts";

/** What a page's names are weighed against. */
export type NameScene = {
	/** The lines around the text, where a name is looked for, and the key (`nameKey`) of what each begins with. */
	around: readonly MarkedLine[];
	keys: readonly string[];
	/** Those at the page's end, which may be the page's own where they pass for its text. */
	last: ReadonlySet<MarkedLine>;
	heading: MarkedLine | null;
	/** Key of the line above the headline. */
	kicker: string;
	mentions: BodyMentions;
	/** The letters of the page's addresses and handles, and of whose letters are sent there. */
	addresses: string;
	mailboxes: string;
	/** The consonants of each address and handle, by which a name in the other script is heard in it. */
	sounds: readonly string[];
};

/** Lines at a page's top and foot in which a name is looked for. */
const mostAround = 200;

const lastLines = 4;

export function sceneOf({ lines, title, mentions }: NamedPage, rules: PageRules): NameScene {
	const around =
		lines.length > 2 * mostAround
			? [...lines.slice(0, mostAround), ...lines.slice(-mostAround)]
			: lines;
	const keyOf = (line: MarkedLine | undefined) =>
		nameKey(partsOf(line?.text ?? "")[0]?.text ?? "", rules);
	return {
		around,
		keys: around.map(keyOf),
		last: new Set(around.slice(-lastLines)),
		heading: title === null ? null : (lines[title] ?? null),
		kicker: title === null ? "" : keyOf(lines[title - 1]),
		mentions,
		...addressesOf(around),
	};
}

const mostAddresses = 40;
const address = /@|^www\.|^https?:|\.[a-z]{2,8}(?:\/|$)/iu;

function addressesOf(
	lines: readonly MarkedLine[],
): Pick<NameScene, "addresses" | "mailboxes" | "sounds"> {
	const found = lines
		.flatMap(({ text }) => text.split(/\s+/u).filter((word) => address.test(word)))
		.slice(0, mostAddresses);
	const mailboxes = found.flatMap((one) => /^([^@]+)@/u.exec(one)?.[1] ?? []);
	const hosts = found.map((one) => one.replace(/^[^@]+@/u, "@"));
	return {
		addresses: lettersOf(hosts),
		mailboxes: lettersOf(mailboxes),
		sounds: found.flatMap(soundsOfAddress),
	};
}

function lettersOf(addresses: readonly string[]): string {
	return addresses.map((one) => one.toLowerCase().replace(/[^a-z0-9]/gu, "")).join(" ");
}
