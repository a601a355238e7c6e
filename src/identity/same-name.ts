import { fold } from "../language/text/normalise.ts";
import { indefinite } from "../language/words/arabic-clitics.ts";

/** A name or a title as it is compared: folded words without articles, and their skeletons. */
export type NameKey = { words: readonly string[]; skeletons: readonly string[]; whole: string };

export function nameKey(text: string): NameKey {
	const words = fold(text)
		.split(/[\s،,.]+/)
		.map(indefinite)
		.filter((w) => w.length > 0);
	return { words, skeletons: words.map(skeleton), whole: skeleton(words.join("")) };
}

/** One name is the other or its head or tail, in any spelling: بوتين is فلاديمير بوتين. */
export function sameName(a: NameKey, b: NameKey): boolean {
	const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
	if (short.words.length === 0) return false;
	// شي جين بينغ and شي جينبينغ
	if (short.whole === long.whole) return true;
	if (short.words.length === 1 && (short.words[0] ?? "").length < 2) return false;
	const shift = long.words.length - short.words.length;
	const head = short.skeletons.every((s, i) => s === long.skeletons[i]);
	return head || short.skeletons.every((s, i) => s === long.skeletons[shift + i]);
}

/** The shorter mention of an office: الوزير is وزير النقل, وزير الخارجية is no وزير الداخلية. */
export function sameTitle(mention: NameKey, title: NameKey): boolean {
	const { skeletons } = mention;
	if (skeletons.length === 0 || skeletons[0] !== title.skeletons[0]) return false;
	if (skeletons.length === 1 && title.words.length > 2) return false;
	return skeletons.every((s) => title.skeletons.includes(s));
}

/**
 * Consonants in classes that the spelling of foreign names confuses: ج غ ق ك, ت ط, س ص. A skeleton of
 * fewer than three misfires, so short words stay as they are.
 */
function skeleton(word: string): string {
	const s = word
		.replace(/[اويىيه]/g, "")
		.replace(/[جغقكگ]/g, "ك")
		.replace(/[طة]/g, "ت")
		.replace(/ص/g, "س")
		.replace(/ض/g, "د");
	return s.length >= 3 ? s : word;
}
