import { describe, expect, it } from "vitest";
import { foreignLanguage } from "../../../src/corpus/page/foreign-language.ts";
import { rules } from "./rules.ts";

const of = (text: string, language: "ar" | "en") =>
	foreignLanguage([{ kind: "body", text: `${text} `.repeat(4) }], language, rules);

describe("a text in another language than Arabic and English", () => {
	it.each([
		[
			"de",
			"Der Hafen wird nicht vor dem Sommer geöffnet, und die Kosten sind auch für das Land zu hoch, sagte der Minister mit dem Bericht in der Hand.",
		],
		[
			"fr",
			"Le port ne sera pas ouvert avant la fin de la saison, et les travaux dans le bassin sont plus chers que prévu pour les villes du nord.",
		],
		[
			"es",
			"El puerto no se abrirá antes del verano, y los trabajos en la bahía son más caros para las ciudades del norte que una obra nueva.",
		],
		[
			"id",
			"Pelabuhan itu tidak akan dibuka dalam waktu dekat, dan biaya untuk proyek ini yang dibayar oleh kota adalah tinggi dari tahun lalu.",
		],
	])("is known: %s", (code, text) => {
		expect(of(text, "en")).toBe(code);
	});

	it("is known beside Arabic where its letters are the same", () => {
		expect(
			of(
				"این بندر از تابستان باز شده است و هزینه آن برای شهر با این که به آن نیاز است در سال بعد بیشتر می شود",
				"ar",
			),
		).toBe("fa");
		expect(
			of(
				"یہ بندرگاہ گرمیوں سے پہلے کھولی جائے گی اور اس کی لاگت شہر کے لیے زیادہ ہے جو کہ وزیر نے کل کہا تھا",
				"ar",
			),
		).toBe("ur");
	});

	it("is known by its script", () => {
		expect(of("Порт откроют до лета, сообщил министр, и расходы города будут выше.", "en")).toBe(
			"other",
		);
	});

	it("is neither of the two, nor a table of names and numbers", () => {
		expect(
			of(
				"The port will be open before the summer, and the costs of the work are higher than it was planned.",
				"en",
			),
		).toBeNull();
		expect(
			of(
				"سيفتتح الميناء قبل الصيف في المدينة وقال الوزير إن الكلفة التي أعلنت من قبل أعلى مما كان مقرراً على المدن",
				"ar",
			),
		).toBeNull();
		expect(
			of(
				"Haddad 1:02.3 Orr 1:02.9 Reed 1:03.1 Roth 1:04.8 Silva 1:05.0 de la Cruz 1:05.2 Moreno 1:06.6",
				"en",
			),
		).toBeNull();
	});
});
