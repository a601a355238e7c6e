import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decode } from "../../../../src/corpus/read/decode.ts";

const text =
	"<html><body><p>قال رئيس مجلس الميناء إن الرصيف الجديد سيفتتح قبل الصيف المقبل، وإن كلفته تجاوزت الخطة.</p></body></html>";
const twice = Buffer.from(new TextDecoder("windows-1252").decode(Buffer.from(text)));

describe("Arabic text under a wrong name, or none", () => {
	it.each([
		["windows-1256, called iso-8859-1", iconv.encode(text, "windows-1256"), "iso-8859-1"],
		["iso-8859-6 without a name", iconv.encode(text.replaceAll("،", ","), "iso-8859-6"), undefined],
		["UTF-16 without a mark", iconv.encode(text, "utf-16le"), undefined],
		["UTF-16 without a mark, high byte first", iconv.encode(text, "utf-16be"), undefined],
		["UTF-8 that was encoded twice", twice, "utf-8"],
	])("is read: %s", (_, bytes, declared) => {
		const { text: found } = decode(bytes, "page", declared);
		expect(found.replaceAll(",", "،")).toBe(text.replaceAll(",", "،"));
	});

	it("is Western text where its letters make no Arabic words", () => {
		const western =
			"Le ministre a déclaré que le port était fermé à cause de la tempête, a-t-il ajouté.";
		expect(decode(iconv.encode(western, "iso-8859-1"), "page", "iso-8859-1").text).toBe(western);
	});
});
