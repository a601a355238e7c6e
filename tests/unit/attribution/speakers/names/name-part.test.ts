import { describe, expect, it } from "vitest";
import { textOf } from "../../../../../src/attribution/sequence/passage-view.ts";
import { nameCandidates } from "../../../../../src/attribution/speakers/names/name-part.ts";
import { type Language, viewIn } from "../../engine/language.ts";

function candidates(language: Language, text: string): string[] {
	const view = viewIn(language, text);
	const whole = { from: 0, to: view.tokens.length };
	return nameCandidates(view, whole).map((part) => textOf(view, part));
}

describe("what may be the name among the words for a speaker", () => {
	it.each<[Language, string, string]>([
		["ar", "وزير النفط العراقي", "العراقي"],
		["ar", "الرئيس التركي", "التركي"],
		["ar", "عمدة هيراكليون", "هيراكليون"],
		["ar", "المؤسسة العامة للجسر", "العامة للجسر"],
		["ar", "رئيس غرفة جدة عبدالله الأحمري", "جدة عبدالله الأحمري"],
		["ar", "رئيس لجنة غرفة تجارة وصناعة جدة عبدالله الأحمري", "تجارة وصناعة جدة عبدالله الأحمري"],
		["ar", "الحميضي أولياء الأمور", "الحميضي أولياء الأمور"],
		["ar", "وزير ماليتها سامي الحداد", "ماليتها سامي الحداد"],
		["ar", "النائب عن نينوى سامي الحداد", "نينوى سامي الحداد"],
		["ar", "طبيب بالمستشفى لمراسلنا", "لمراسلنا"],
		["ar", "الناطقة الرسمية باسم وزارة الكهرباء", "باسم وزارة"],
		["ar", "النيابة العامة سبعة أشخاص", "النيابة العامة سبعة"],
		["ar", "وزير التربية أ", "أ"],
		["en", "Ana Roth of Pier Street Capital", "Pier Street Capital"],
		["en", "The governor of Gulma state", "Gulma state"],
		["en", "a spokesman for Northline, which decides what others may buy", "may buy"],
		["en", "Gwenno Parry, whose sons attend Cwm Bychan", "Cwm Bychan"],
		["en", "Rucker, 52, reached at home in Marlow Mills", "Marlow Mills"],
		["en", "hydrologist Kenji Aldous of the Bluff City office", "Bluff City"],
		["en", "Sioned Wynne, general secretary of the union Addysg Deg", "Addysg Deg"],
		["en", "The review, led by Olive Marston", "Olive Marston"],
		["ar", "معلمة لغة عربية، طلبت عدم ذكر اسمها", "طلبت عدم ذكر اسمها"],
		["ar", "وكيل الوزارة ماركانتونيو دي", "ماركانتونيو دي"],
		["ar", "المتحدث باسم", "المتحدث باسم"],
		["ar", "سفيرة فلكاريا منى حداد", "فلكاريا منى حداد"],
		["ar", "رئيس أركان فلكاريا سامي الحداد", "فلكاريا سامي الحداد"],
		["ar", "رئيس أركان فلكاريا سامي الحداد", "أركان فلكاريا سامي الحداد"],
		["en", "Radio Vesterby", "Vesterby"],
		["en", "The harbour auditor, Ana Roth", "harbour auditor"],
	])(
		"is not what a post is over, nor whom somebody warns, nor in a clause (%s): %s",
		(language, text, not) => {
			expect(candidates(language, text)).not.toContain(not);
		},
	);

	it.each<[Language, string, string]>([
		["ar", "وزير الخارجية الجبير", "الجبير"],
		["ar", "سفيرة فلكاريا منى حداد", "منى حداد"],
		["ar", "المدرب دراغان ستويكوف", "دراغان ستويكوف"],
		["en", "Radio Vesterby", "Radio Vesterby"],
		["en", "the harbour master, Per Roth", "Per Roth"],
		["en", "The harbour auditor, who left in May", "harbour auditor"],
		["ar", "وزير النفط العراقي سامي الحداد", "سامي الحداد"],
		["ar", "العمدة هيراكليون", "هيراكليون"],
		["ar", "مدير البلدية حمزة محمد الحداد", "حمزة محمد الحداد"],
		["ar", "رئيس غرفة جدة عبدالله الأحمري", "عبدالله الأحمري"],
		["ar", "النائب عن نينوى سامي الحداد", "سامي الحداد"],
		["en", "Ana Roth of Pier Street Capital", "Ana Roth"],
		["en", "The governor of Gulma state, Ana Roth", "Ana Roth"],
		["en", "the bank's head of research Ana Roth", "Ana Roth"],
		["en", "a spokesman for Northline, which decides what others may buy", "Northline"],
		["en", "Leader of Opposition Raghuv Tamhane", "Raghuv Tamhane"],
		["en", "The director of the museum Zyanya Quetzal", "Zyanya Quetzal"],
		["en", "The shadow minister for health Wesk Streeton", "Wesk Streeton"],
		["en", "Gwenno Parry, whose sons attend Cwm Bychan", "Gwenno Parry"],
		["en", "Rucker, 52, reached at home in Marlow Mills", "Rucker"],
		["en", "the owner, Brandt Coulter", "Brandt Coulter"],
		["en", "The review, Coastal Watch", "Coastal Watch"],
		["ar", "وكيل الوزارة ماركانتونيو دي سالفي", "ماركانتونيو دي سالفي"],
		["en", "her neighbour, who gave her name only as Busi", "Busi"],
	])("may be the person's or the body's (%s): %s", (language, text, name) => {
		expect(candidates(language, text)).toContain(name);
	});
});

describe("an adjective with the article", () => {
	it.each(["النيابة العامة", "مكتب المدعي العام", "الأمانة العامة"])("ends a name: %s", (name) => {
		expect(candidates("ar", name)).toContain(name);
	});

	it("is no preposition, behind which the rest comes: المتحدث باسم", () => {
		expect(candidates("ar", "المتحدث باسم الوزارة")).not.toContain("المتحدث باسم");
	});
});
