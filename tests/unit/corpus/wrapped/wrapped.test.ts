import { describe, expect, it } from "vitest";
import { shippedExtraction } from "../../../../src/app/load/extraction.ts";
import { buildArticle, type RawPage } from "../../../../src/corpus/index.ts";
import type { Span } from "../../../../src/domain/article.ts";
import { unwrap } from "../../../../src/language/text/unwrap.ts";

const { rules, extract } = await shippedExtraction();

const arabic = `مجلس الميناء يقر رصيفاً جديداً رغم اعتراض الصيادين
قال رئيس مجلس الميناء سامر الحداد، اليوم الأربعاء، إن الرصيف الجديد سيفتتح قبل الصيف المقبل وإن كلفته تجاوزت الخطة بمقدار الثلث.
وأضاف الحداد أن السفن التي تأخرت في تموز الماضي لن تدفع رسوماً إضافية هذا العام، مؤكداً أن الحكومة وافقت على ذلك.
ونفت وزيرة النقل ليلى العلي أن تكون الحكومة قد وافقت على إعفاء السفن من الرسوم، ووصفت ما قيل في هذا الشأن بأنه غير دقيق.
وقالت نقابة الصيادين في بيان إن الرصيف سيحرم مئتي عائلة من مصدر رزقها، وطالبت بوقف الأعمال فوراً.`;
const english = `Council approves a new quay although fishermen object
The chairman of the harbour council, Sam Reed, said on Wednesday that the new quay would open before the summer and that it had cost a third more than planned.
Reed added that ships which were late last July would not pay additional charges this year, since the government had agreed to it.
Transport Minister Lena Orr denied that the government had agreed to spare ships the charges, and called the account inaccurate.
The fishermen's union said in a statement that the quay would deprive two hundred families of their livelihood, and demanded an immediate stop.`;

function pageOf(text: string): RawPage {
	return {
		...{
			path: "x.txt",
			file: "x.txt",
			format: "txt",
			lines: text.split("\n"),
			sha256: "0".repeat(64),
		},
		facts: { title: null, outlet: null, url: null, published: null },
		headings: new Set(),
	};
}

/** Greedily, as a mail program does; with `hyphens` long words are divided as paper does. */
function wrapped(text: string, width: number, hyphens: boolean): string {
	return text
		.split("\n")
		.map((paragraph) => {
			const lines: string[] = [];
			let line = "";
			for (let word of paragraph.split(" ")) {
				const room = width - line.length - 2;
				if (line === "") line = word;
				else if (line.length + 1 + word.length <= width) line += ` ${word}`;
				else {
					if (hyphens && room >= 2 && /^\p{L}{6,}/u.test(word) && word.length - room >= 3) {
						line += ` ${word.slice(0, room)}-`;
						word = word.slice(room);
					}
					lines.push(line);
					line = word;
				}
			}
			return [...lines, line].join("\n");
		})
		.join("\n\n");
}

function read(text: string) {
	const { article } = buildArticle(pageOf(text), rules);
	const found = extract(article);
	const said = found.claims.map(({ quote, speaker, act }) => [
		unwrap(quote).text,
		speaker.name,
		act,
	]);
	return { article, found, said };
}

function textAt(lines: readonly string[], { line, start, end, end_line }: Span): string {
	const last = end_line ?? line;
	if (last === line) return (lines[line - 1] ?? "").slice(start ?? 0, end ?? 0);
	const inner = lines.slice(line, last - 1);
	return [
		(lines[line - 1] ?? "").slice(start ?? 0),
		...inner,
		(lines[last - 1] ?? "").slice(0, end ?? 0),
	].join("\n");
}

const widths = Array.from({ length: 36 }, (_, n) => 45 + n);

describe.each([
	["Arabic", arabic],
	["English", english],
])("%s text wrapped at 45 to 80 characters", (_, text) => {
	const whole = read(text);

	it("has claims to compare", () => {
		expect(whole.said.length).toBeGreaterThanOrEqual(4);
	});

	it.each([false, true])("says the same, with its title and its id (hyphens: %s)", (hyphens) => {
		for (const width of widths) {
			const { said, article } = read(wrapped(text, width, hyphens));
			expect(said, `at ${width}`).toEqual(whole.said);
			expect(unwrap(article.title ?? "").text).toBe(whole.article.title);
			expect(article.id).toBe(whole.article.id);
		}
	});

	it("is cited with both lines, line ends and hyphens included", () => {
		let several = 0;
		for (const width of widths) {
			const page = wrapped(text, width, true);
			const { article, found } = read(page);
			const passages = article.passages.map((p) => ({ quote: p.text, source: p.source }));
			for (const { quote, source } of [
				...passages,
				...found.claims,
				...found.events,
				...found.figures,
			]) {
				expect(textAt(page.split("\n"), source)).toBe(quote);
				if (source.end_line) several++;
			}
		}
		expect(several).toBeGreaterThan(100);
	});
});

describe("a wrapped page", () => {
	const body = wrapped(english, 60, false);

	it("may be an answered letter, each line behind a mark", () => {
		const letter = body
			.split("\n")
			.map((line) => `> ${line}`)
			.join("\n");
		expect(read(letter).said).toEqual(read(english).said);
	});

	it.each([
		["\r\n", "Windows"],
		["\r", "old"],
		["\u2028", "word processors'"],
	])("may have %j between its lines, as %s files have", (end) => {
		expect(read(body.replaceAll("\n", end)).said).toEqual(read(english).said);
	});

	it("may have no blank lines between its paragraphs", () => {
		expect(read(body.replaceAll("\n\n", "\n")).said).toEqual(read(english).said);
	});

	it("keeps a byline and a day apart from a full line above them", () => {
		const [title = "", ...rest] = body.split("\n\n");
		const { article } = read([`${title}\nBy Lena Orr\n12 March 2024`, ...rest].join("\n\n"));
		expect(article.title).toBe("Council approves a new quay although fishermen object");
	});
});
