/** What a line says: kind, old value, new value, day; null where it does not say it. */
export type NoticeCase = [
	line: string,
	kind: "corrected" | "withdrawn",
	old: string | null,
	right: string | null,
	day: string | null,
];

/** Invented notices as newsrooms of many kinds word them. */
export const notices: readonly NoticeCase[] = [
	[
		"Correction: an earlier version of this article said 12 people had died; the number is 21.",
		...(["corrected", "12 people had died", "21", null] as const),
	],
	[
		"This article was amended on 3 May 2024 to say that the ferry carried 340 passengers, not 430.",
		...(["corrected", "430", "the ferry carried 340 passengers", "2024-05-03"] as const),
	],
	[
		"This story has been corrected to say the mine belongs to Oren Metals rather than to the province.",
		...(["corrected", "to the province", "the mine belongs to Oren Metals", null] as const),
	],
	[
		"Correction: On 3 May 2024, this article was amended to say that the mayor is Ali Sorel.",
		...(["corrected", null, "the mayor is Ali Sorel", "2024-05-03"] as const),
	],
	["Correction: the mayor said June, not May.", "corrected", "May", "June", null],
	[
		"Correction, March 9, 2023: A previous version of this story misspelled the name of the harbour master.",
		...(["corrected", null, null, "2023-03-09"] as const),
	],
	[
		"An earlier version of this report incorrectly stated that the bridge opened in 1987. It opened in 1997.",
		...(["corrected", "the bridge opened in 1987", null, null] as const),
	],
	[
		"• This article was amended on 14 November 2022 because an earlier version said the fund held $4m. The figure is $40m.",
		...(["corrected", "the fund held $4m", "$40m", "2022-11-14"] as const),
	],
	[
		"CLARIFICATION: The death toll in this story has been corrected from 35 to 53.",
		...(["corrected", "35", "53", null] as const),
	],
	[
		"Editor's note: An earlier version of this story identified Dana Reyes as the director. She is the deputy director.",
		...(["corrected", "Dana Reyes as the director", "the deputy director", null] as const),
	],
	[
		"(This story has been corrected to fix the spelling of the village in the second paragraph.)",
		...(["corrected", null, null, null] as const),
	],
	[
		"Corrections & Clarifications: The drought began in 2019, not 2017, as an earlier version of this article stated.",
		...(["corrected", "2017", "2019", null] as const),
	],
	["This article has been withdrawn.", "withdrawn", null, null, null],
	[
		"This story was retracted on 7 August 2023 after its central document turned out to be forged.",
		...(["withdrawn", null, null, "2023-08-07"] as const),
	],
	[
		"RETRACTION: We have withdrawn this report because two of its sources could not be confirmed.",
		...(["withdrawn", null, null, null] as const),
	],
	[
		"The Belhaven Post has retracted this article following a complaint.",
		...(["withdrawn", null, null, null] as const),
	],
	[
		"تصويب: ورد في نسخة سابقة من هذا الخبر أن عدد القتلى 12 شخصا والصحيح 21 شخصا.",
		...(["corrected", "عدد القتلى 12 شخصا", "21 شخصا", null] as const),
	],
	[
		"تصحيح: ذكرت نسخة سابقة من هذا التقرير أن الميناء افتتح في مايو، والصواب أنه افتتح في يونيو.",
		...(["corrected", "الميناء افتتح في مايو", "افتتح في يونيو", null] as const),
	],
	[
		"تنويه: جرى تعديل هذا الخبر في 3 مايو 2024 ليوضح أن الوزير تحدث عن 40 مدرسة وليس 400.",
		...(["corrected", "400", "الوزير تحدث عن 40 مدرسة", "2024-05-03"] as const),
	],
	["تم تصحيح هذا المقال لتصحيح اسم رئيسة البلدية.", ...(["corrected", null, null, null] as const)],
	[
		"صُحِّح هذا التقرير بتاريخ 12 يناير 2023 بعد خطأ في ترجمة التصريح.",
		...(["corrected", null, null, "2023-01-12"] as const),
	],
	[
		"استدراك: جاء في الصيغة الأولى من هذه المادة أن المصنع في طبرق، والصحيح أنه في درنة.",
		...(["corrected", "المصنع في طبرق", "في درنة", null] as const),
	],
	[
		"ورد خطأً في هذا الخبر أن الشركة خسرت 5%، والصحيح 15%.",
		...(["corrected", "الشركة خسرت 5%", "15%", null] as const),
	],
	["سُحب هذا الخبر.", "withdrawn", null, null, null],
	["تم سحب هذا المقال بسبب عدم التحقق من مصدره.", ...(["withdrawn", null, null, null] as const)],
	[
		"تنويه: سحبنا هذا التقرير يوم 9 فبراير 2024 لعدم دقة ما ورد فيه.",
		...(["withdrawn", null, null, "2024-02-09"] as const),
	],
	[
		"اعتذار: حُذف هذا الخبر بعد أن تبيّن أن الصورة قديمة.",
		...(["withdrawn", null, null, null] as const),
	],
];

/** Sentences that look like one and are none. */
export const none: readonly string[] = [
	"The minister corrected himself: he had said 12 people died, and the number is 21.",
	"“I said 12 earlier; the correct number is 21,” the governor told reporters.",
	"An earlier version of the bill said that shops may open at six; the number of hours is unchanged.",
	"The court withdrew the charge against the editor after the witness had left the country.",
	"The article of the constitution was amended on 3 May 2024 to give women the vote.",
	"This article was amended in 2019 by parliament, and the constitution now says the opposite.",
	"The company has withdrawn its report on the spill and promised a new one by June.",
	"The newspaper retracted the story last year and paid the senator damages.",
	"A correction in the housing market is likely, the bank said, but no crash.",
	"Correction officers at the northern prison went on strike on Monday.",
	"The ministry said the earlier figure of 12 was wrong and put the death toll at 21.",
	"The spokesman clarified that the minister had spoken of June, not May.",
	"The troops were withdrawn from the valley on 7 August 2023, the general said.",
	"This story begins in a village that is on no map.",
	"This report has been welcomed by the unions and amended by nobody, said the chairwoman.",
	"This version of events was disputed by the driver, who said the light was green.",
	"Sales were corrected from 35 to 53 million in the annual accounts.",
	"صحح الوزير كلامه قائلا إن عدد القتلى 21 وليس 12.",
	"سحبت المحكمة التهمة الموجهة إلى رئيس التحرير بعد مغادرة الشاهد.",
	"نفى المتحدث ما ورد في نسخة سابقة من البيان أن الميناء سيغلق.",
	"جرى تعديل المادة الرابعة من الدستور في 3 مايو 2024 لتمنح المرأة حق التصويت.",
	"أعلنت الشركة سحب المنتج من الأسواق بسبب خطأ في التصنيع.",
	"سحب هذا الخبر الأضواء من المباراة النهائية طوال الأسبوع.",
	"وأضاف أن ما نشر في الصحيفة خطأ، والصحيح أن الاجتماع أُجل إلى يونيو.",
	"تصحيح المسار الاقتصادي يحتاج إلى سنوات، بحسب محافظ البنك المركزي.",
	"طالب النائب بتصويب الأرقام التي وردت في التقرير السنوي.",
	"هذا الخبر صحيح كما أكد مدير المستشفى للصحفيين.",
];
