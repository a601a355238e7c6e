import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { run } from "../doubles.ts";

const bridge = `صحيفة ضفاف

وزارة الأشغال تنفي تصدع جسر وادي الرمان

18 سبتمبر 2025

قال رئيس بلدية وادي الرمان سالم الحربي أمس الأربعاء إن تصدعات ظهرت في ثلاثة من أعمدة الجسر، محذراً من انهياره إذا استمرت الأمطار.

ونفت وزارة الأشغال العامة ذلك، وأكدت في بيان أن الجسر سليم وأن آخر فحص أجري في يوليو الماضي.

ونقلت قناة الشروق عن مهندسة مشرفة، طلبت عدم ذكر اسمها، قولها إن الشركة المنفذة خفضت كميات الحديد بنسبة 12 في المئة.
`;

const ferry = `The Larkmouth Courier

Ferry operator rejects claim that lifeboats were out of date

18 September 2025

The seafarers' union said on Wednesday that two of the six lifeboats had not been inspected since 2021.

Calder Line denied the allegation. Its managing director, Thomas Obeng, said that all six boats had passed inspection in May.
`;

let folder: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "isnad-who-denied-"));
	writeFileSync(join(folder, "bridge.txt"), bridge);
	writeFileSync(join(folder, "ferry.txt"), ferry);
	const { status, stderr } = await run(["ingest", folder, "--corpus", join(folder, "corpus")]);
	if (status !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(["who denied the cracks in the bridge?", "من نفى تصدع الجسر؟"])(
	"%s has the denial before what it denies",
	async (question) => {
		const asked = ["ask", question, "--corpus", join(folder, "corpus"), "--json"];
		const { items } = JSON.parse((await run(asked)).stdout);
		const at = (words: RegExp) =>
			items.findIndex(({ quote }: { quote: string }) => words.test(quote));
		const [denial, denied] = [at(/^ونفت وزارة الأشغال/), at(/^قال رئيس بلدية/)];
		expect(denial).toBeGreaterThan(-1);
		expect(denied === -1 || denial < denied).toBe(true);
	},
);
