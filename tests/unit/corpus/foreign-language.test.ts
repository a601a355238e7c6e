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

	it.each([
		[
			"tr",
			"Vali, limanın yaz için açılmayacağını söyledi. Bu bir sorun ve kent daha çok ödeyecek.",
		],
		["nl", "De minister zei dat het werk aan de haven niet voor de zomer klaar is en meer kost."],
		[
			"pl",
			"Minister powiedział, że port nie będzie otwarty przed latem, i że miasto ma za mało pieniędzy.",
		],
		[
			"id",
			"Menteri mengatakan bahwa pelabuhan itu tidak akan dibuka, dan biaya untuk kota telah naik.",
		],
		[
			"so",
			"Wasiirku ayaa sheegay in dekeddu ay xiran tahay iyo in magaaladu waxay u baahan tahay lacag.",
		],
		[
			"sw",
			"Waziri alisema kwamba bandari ya mji haitafunguliwa kwa sasa na gharama ya kazi ni kubwa.",
		],
		["ku", "Wezîr got ku bender li bajêr venabe û ew ji bo kar pere dixwazin, lê pere nîne."],
	])("is known by few sentences: %s", (code, text) => {
		const body = [{ kind: "body" as const, text }];
		expect(foreignLanguage(body, "en", rules)).toBe(code);
	});

	it.each([
		["ckb", "وەزیر گوتی کە بەندەرەکە لە هاوین ناکرێتەوە و ئەو کارە بۆ شارەکە گرانە بە پارەی زۆر."],
		[
			"ps",
			"وزیر وویل چې بندر به په اوړي کې نه پرانیستل کیږي او د ښار لپاره لګښت له مخکې څخه ډېر دی.",
		],
	])("is known beside Arabic by few sentences: %s", (code, text) => {
		const body = [{ kind: "body" as const, text }];
		expect(foreignLanguage(body, "ar", rules)).toBe(code);
	});

	it.each([
		"A miniszter azt mondta, hogy a kikötő nyár előtt nem nyílik meg. A város lakói kenyeret kérnek, mert elfogyott minden készlet a raktárban.",
		"Ministri tha se porti nuk do të hapet para verës. Banorët ankohen se mungon buka dhe mjekët janë larguar prej kohësh nga qyteti.",
		"Satama avataan vasta kesällä, sanoi ministeri. Kaupungin asukkaat valittavat leivän puutteesta eikä lääkäreitä ole saatu moneen viikkoon mistään lähialueelta tai muualta maasta.",
	])("is known to be none of those with a list: %s", (text) => {
		expect(foreignLanguage([{ kind: "body", text }], "en", rules)).toBe("other");
	});

	it("is not seen in short texts of the two, with names of elsewhere or without small words", () => {
		for (const text of [
			"Mehmet de la Cruz van Dijk met Ana dos Santos da Silva in Dray on Monday about bread prices.",
			"Mayor quits. Bakers strike. Prices rise. Council meets Monday. Ferry sinks off Haventree, killing nine.",
			"Water prices rise again: Dray 12, Sarin 14, Oldbrook 9, Kettering Ford 31, Mossley Bay 8, Tel Marwan 40, Umm Zahra 7, Haventree 3.",
		])
			expect(foreignLanguage([{ kind: "body", text }], "en", rules)).toBeNull();
		expect(of("وقال الوزير: لا كلفة جديدة اليوم.", "ar")).toBeNull();
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
