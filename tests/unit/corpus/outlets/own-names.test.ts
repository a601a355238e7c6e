import { describe, expect, it } from "vitest";
import { framedPage } from "../../../../src/corpus/framed-page.ts";
import { detectMetadata } from "../../../../src/corpus/index.ts";
import type { RawPage } from "../../../../src/corpus/page/raw-page.ts";
import { body, englishBody, rules } from "../rules.ts";

const title = "Harbour council approves a new quay";
const arabicTitle = "مجلس الميناء يقر رصيفاً جديداً رغم الاعتراض";
const menu = "News | Sport | Letters | Notices";
const arabicMenu = "محليات | رياضة | تراث";

const outletOf = (head: string[], text: string[], foot: string[] = []) =>
	detectMetadata([...head, "", ...text, "", ...foot], rules).outlet;

describe("the name of an outlet", () => {
	it.each([
		["its short form in brackets", "Harbour News Agency (HNA)", "Harbour News Agency"],
		["a picture's text behind it", "HARBOUR GAZETTE LOGO", "HARBOUR GAZETTE"],
		["a picture's text before it", "Logo: Harbour Gazette", "Harbour Gazette"],
	])("is without %s", (_, masthead, name) => {
		expect(outletOf([masthead, menu, title], englishBody)).toBe(name);
	});

	it("is without its short form in Arabic brackets", () => {
		expect(outletOf(["وكالة أنباء الخور (و خ)", arabicMenu, arabicTitle], body)).toBe(
			"وكالة أنباء الخور",
		);
	});

	it("is without the preposition that the rights are kept with", () => {
		expect(outletOf([arabicTitle], body, ["كافة الحقوق لوكالة أنباء الخور"])).toBe(
			"وكالة أنباء الخور",
		);
	});

	it("stands behind the year, whatever its owner says of it further on", () => {
		const foot = ["(c) 2022 The Harbour Gazette. Entered at the post office as a newspaper."];
		expect(outletOf([title], englishBody, foot)).toBe("The Harbour Gazette");
	});

	it("is without the form of an Irish or Indian firm", () => {
		for (const form of ["Teo", "Pvt Ltd"])
			expect(outletOf([title], englishBody, [`© Radio Sarin ${form}. Terms of use`])).toBe(
				"Radio Sarin",
			);
	});

	it("is not the program or the design that its site was built with", () => {
		for (const outlet of ["Quillworks Theme", "Quill CMS", "Harbour WP"]) {
			const facts = { title, outlet, url: null, published: null };
			const raw: RawPage = {
				path: "page.html",
				file: "page.html",
				format: "html",
				lines: [title, ...englishBody],
				sha256: null,
				facts,
				headings: new Set(),
			};
			const { page } = framedPage(raw, rules);
			expect(page.facts.outlet).toBeNull();
		}
	});

	it("is not a part of the page that its menu offers, whatever that is called", () => {
		const head = ["نستمع الآن: صباح الميناء", "شبكة الحصص | كل الحلقات | رصد الصباح", arabicTitle];
		expect(outletOf(head, body)).toBeNull();
		expect(outletOf(["Front | Sport | Letters", title], englishBody)).toBeNull();
	});

	it.each([
		["over the path to the page", "Harbour & Quay Weekly > News > Markets", []],
		["before its menu", "Harbour & Quay Weekly | Whitepapers | Events | Become a member", []],
	])("stands %s", (_, first) => {
		expect(outletOf([first, title], englishBody)).toBe("Harbour & Quay Weekly");
	});

	it("is the one whose initials the text is told", () => {
		const text = [...englishBody, "“Nobody asked us,” Reed told HQI on Thursday."];
		const first = "Harbour & Quay India | Whitepapers | Events | Become a member";
		expect(outletOf([first, title], text)).toBe("Harbour & Quay India");
		expect(outletOf([first, title], englishBody)).toBeNull();
	});

	it("stands before its motto on one line", () => {
		const head = [
			"The Sarin Watchman | Be informed",
			"MENU",
			"Latest Stories  Politics  Crime",
			title,
		];
		expect(outletOf(head, englishBody)).toBe("The Sarin Watchman");
	});

	it("stands below a motto too long for a name", () => {
		const head = ["The Student Paper of the College of Sarin", "The Sarin Lantern", menu, title];
		expect(outletOf(head, englishBody)).toBe("The Sarin Lantern");
	});

	it("is none of those who wrote for it, of a place, the page's name and a person", () => {
		const told = [
			...body,
			"وقالت رئيسة مجلس الميناء لـ«المرفأ» إن الرصيف لن يتغير قبل نهاية العام.",
		];
		const head = [arabicMenu, "المرفأ الجديد", arabicTitle, "صور - المرفأ - لينا عرنوق"];
		expect(outletOf(head, told)).toBe("المرفأ الجديد");
	});

	it("is the source beside the agencies", () => {
		const told = [...englishBody, "“Nobody asked us,” Reed told Harbour Witness by telephone."];
		const foot = ["Source: Harbour Witness and news agencies"];
		expect(outletOf([title], told, foot)).toBe("Harbour Witness");
	});

	it("is told from a menu with nothing between its entries, over a headline of one word", () => {
		const head = [
			"The Sarin Ledger",
			"Home Latest Business Opinion Prism Sport",
			"Editorial",
			"Riverside",
		];
		const found = detectMetadata([...head, "", ...englishBody], rules);
		expect([found.outlet, found.title]).toEqual(["The Sarin Ledger", "Riverside"]);
	});

	it("stands before its author where the text is told it too, and an agency does not", () => {
		const head = ["بلدية المدينة تبدأ توسعة الحديقة", "إذاعة مرفأ الشمال / لينا عرنوق"];
		const told = [
			...body,
			"وقالت الرئيسة في تصريح لإذاعة مرفأ الشمال إن الخطة لن تتغير قبل نهاية العام.",
		];
		expect(outletOf(head, told)).toBe("إذاعة مرفأ الشمال");
		expect(outletOf(head, body)).toBeNull();
	});

	it("is no kind of document", () => {
		const head = [title, "Format", "News and Press Release", "Primary country", "Sarin", "Posted"];
		expect(outletOf(head, englishBody)).toBeNull();
	});
});
