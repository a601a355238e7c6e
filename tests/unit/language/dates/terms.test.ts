import { describe, expect, it } from "vitest";
import { finder } from "./date-data.ts";
import { day } from "./table.ts";

// 16 May 2024 is a Thursday.
const valuesOf = (line: string) =>
	finder.find(line, { published: day("2024-05-16") }).map(({ value }) => value);

const rows = (list: [line: string, ...values: string[]][]) =>
	it.each(list)("%s", (line, ...values) => {
		expect(valuesOf(line)).toEqual(values);
	});

describe("ends, starts and days set down lie ahead", () => {
	rows([
		["The fishing licence is valid until April 28.", "2025-04-28"],
		["The road is closed to lorries until Thursday.", "2024-05-23"],
		["The toll law comes into force on February 20.", "2025-02-20"],
		["The new fares will take effect on January 5.", "2025-01-05"],
		["The contract of the ferrymen expires on March 12.", "2025-03-12"],
		["The fair opens to visitors from Monday.", "2024-05-20"],
		["The council postponed the vote to January 20.", "2025-01-20"],
		["The fine is due by February 3.", "2025-02-03"],
		["They set December 9 as the date of the ballot.", "2024-12-09"],
		["تسري رخصة الصيد حتى 28 أبريل.", "2025-04-28"],
		["تنتهي مدة العقد في 12 آذار.", "2025-03-12"],
		["يدخل المرسوم حيز التنفيذ في 20 شباط.", "2025-02-20"],
		["سيدخل المرسوم حيز التنفيذ في 20 شباط.", "2025-02-20"],
		["أرجأت النقابة التصويت إلى 20 كانون الثاني.", "2025-01-20"],
		["حددت اللجنة 9 تشرين الثاني موعداً للاقتراع.", "2024-11-09"],
		["يُستأنف العمل في المصنع الاثنين.", "2024-05-20"],
	]);
});

describe("a weekday of what was scheduled", () => {
	rows([
		// What is told behind it in the past is over.
		["After the hearing on Tuesday, the driver's sister said she was relieved.", "2024-05-14"],
		["The vote on Monday was the third.", "2024-05-13"],
		["بعد جلسة الثلاثاء، قال المحامي إنه راض.", "2024-05-14"],
		["The hearing on Tuesday will be held in public, the clerk said.", "2024-05-21"],
		["The vote on Monday is the third, the clerk said.", "2024-05-20"],
		["موعد الجلسة الثلاثاء.", "2024-05-21"],
	]);
});

describe("ends and starts that are told of the past stay behind", () => {
	rows([
		["The fishing licence was valid until April 28.", "2024-04-28"],
		["The contract expired on March 12.", "2024-03-12"],
		["The toll law was due to expire on March 12.", "2024-03-12"],
		["The fair ran until April 28.", "2024-04-28"],
		["The hearing was moved from March 3 to April 10.", "2024-03-03/2024-04-10"],
		["They moved to the coast on January 9.", "2024-01-09"],
		["The season ends a run that started on March 1.", "2024-03-01"],
		["كانت مدة العقد تنتهي في 12 آذار.", "2024-03-12"],
		["دخل المرسوم حيز التنفيذ في 20 شباط.", "2024-02-20"],
		["تراجعت الأسعار حتى 28 أبريل.", "2024-04-28"],
		["كان 5 ديسمبر موعداً للجلسة.", "2023-12-05"],
	]);
});
