import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decode } from "../../../../src/corpus/read/decode.ts";

const arabic =
	"أعلنت بلدية القرنة يوم الأحد أن العمل في الجسر سيبدأ في الشهر المقبل.\nوقال مهندس إن الكلفة لن تزيد.";
const english =
	"The café on Rúa Nova shut – “for good”, its owner said.\nIt’s the façade that worries the council.";

/** Encoded in one way, read as Western letters, and saved as UTF-8. */
function mistaken(text: string, own: string, western: string): Buffer {
	const read = western === "latin1" ? iconv.encode(text, own).toString("latin1") : "";
	return Buffer.from(read || new TextDecoder(western).decode(iconv.encode(text, own)));
}

describe("a text whose bytes were taken for Western letters and saved", () => {
	it.each([
		["Arabic in UTF-8", arabic, "utf-8", "latin1"],
		["Arabic in UTF-8", arabic, "utf-8", "windows-1252"],
		["English in UTF-8", english, "utf-8", "latin1"],
		["English in UTF-8", english, "utf-8", "windows-1252"],
		["Arabic in Windows-1256", arabic, "windows-1256", "latin1"],
		["Arabic in Windows-1256", arabic, "windows-1256", "windows-1252"],
		["Arabic in ISO 8859-6", arabic, "iso-8859-6", "latin1"],
	])("is read as it was: %s", (_, text, own, western) => {
		expect(decode(mistaken(text, own, western), "a.txt").text).toBe(text);
	});

	it("is refused where letters of another kind stand in it", () => {
		const bytes = Buffer.concat([mistaken(arabic, "utf-8", "latin1"), Buffer.from("\nنهاية")]);
		expect(() => decode(bytes, "a.txt")).toThrow(
			expect.objectContaining({ code: "file_encoding" }),
		);
	});

	it.each([
		english,
		"« CAFÉ » et « FORÊT » : à Orléans, l’été fut très sec, dit le préfet. « Çà et là » …",
		"NÃO! A SITUAÇÃO É GRAVE, ‘São’ e ‘pão’ não há.",
		"Það er ljóst að ný höfn verður ekki opnuð fyrr en í sumar, sagði ráðherrann, og bæjarráðið óttast það.",
		"Price: £5 » £7, 20°C, §4, ½ of it, café, naïve, Å, Ö.",
	])("is not seen in Western text: %s", (text) => {
		expect(decode(Buffer.from(text), "a.txt")).toEqual({ text, encoding: "utf-8" });
	});
});
