import iconv from "iconv-lite";

/** 8-bit encodings that news archives come in, with the letters that they should give. */
const candidates = [
	{
		encoding: "windows-1256",
		script: /[\u0621-\u064a]/gu,
		common: /ال|في|من|ية|ات/gu,
		rare: /[^\p{Script=Arabic}\p{P}\p{Zs}\u200c-\u200f\u00a0-\u00bf]/gu,
	},
	{
		encoding: "iso-8859-6",
		script: /[\u0621-\u064a]/gu,
		common: /ال|في|من|ية|ات/gu,
		rare: /[^\p{Script=Arabic}\p{P}\p{Zs}]/gu,
	},
	{
		encoding: "windows-1251",
		script: /[а-яё]/gu,
		common: /ст|но|то|на|ен/gu,
		rare: /[^\p{Script=Cyrillic}\p{P}\p{Zs}№]/gu,
	},
	{
		encoding: "windows-1252",
		script: /[àâäçéèêëîïôöùûüñáíóúßÀÉÖÜ’“”–]/gu,
		common: /[éèüöä’“”]/gu,
		rare: /[^\p{Script=Latin}\p{P}\p{Zs}€£°™®©]/gu,
	},
];

/** The most plausible 8-bit encoding of text that is no UTF-8; judged by the first 64 KB. */
export function guessEncoding(bytes: Uint8Array): string {
	const head = Buffer.from(bytes.subarray(0, 65_536));
	let best = { encoding: "windows-1252", score: 0 };
	for (const { encoding, script, common, rare } of candidates) {
		const high = iconv.decode(head, encoding).replace(/[\u0000-\u007f]+/gu, " ");
		const letters = high.match(script)?.length ?? 0;
		const odd = high.match(rare)?.length ?? 0;
		const total = high.replace(/ /g, "").length || 1;
		// Frequent pairs tell the Arabic code pages apart: the wrong one gives letters, never its words.
		const pairs = high.match(common)?.length ?? 0;
		const score = (letters - 3 * odd) / total + Math.min(1, (8 * pairs) / total);
		if (score > best.score + 0.01) best = { encoding, score };
	}
	return best.encoding;
}
