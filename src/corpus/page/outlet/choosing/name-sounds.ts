import { skeleton } from "../../../../language/sounds/skeleton.ts";
import { arabicName, latinName } from "../../../../language/sounds/transliterate.ts";
import { isArabic } from "../../../../language/text/tokens.ts";
import { indefinite } from "../../../../language/words/arabic-clitics.ts";

/** In consonants: fewer are in many addresses. */
const fewest = 4;

/** The consonants of the parts of an address: "desk@amwaj-aljanoub.example" → those of "desk", "amwajaljanoub". */
export function soundsOfAddress(address: string): string[] {
	return address
		.toLowerCase()
		.split(/[^a-z\p{Nd}_-]+/u)
		.map((part) => part.replace(/[^a-z]/gu, ""))
		.filter((part) => part.length >= fewest)
		.flatMap((part) => latinName(part).map(skeleton))
		.filter((sounds) => sounds.length >= fewest);
}

/** Whether an Arabic name (folded words) is heard in an address: «أمواج الجنوب» in "amwajaljanoub". */
export function isHeardIn(key: string, sounds: readonly string[]): boolean {
	if (sounds.length === 0 || !isArabic(key)) return false;
	const words = key.split(" ");
	const own = [words, words.map(indefinite)].map((all) => skeleton(arabicName(all.join(""))));
	return own.some((one) => one.length >= fewest && sounds.some((other) => other.includes(one)));
}
