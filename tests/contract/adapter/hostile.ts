import type { Answer, PassageItem } from "../../../src/domain/answer.ts";

const texts = [
	"<!channel> <!here|here> <@U0LAN0Z89> <#C024BE7LR|general> <!subteam^SAZ94GDB8>",
	"@everyone @here <@80351110224678912> <@!80351110224678912> <@&165511591545143296> <#103735883630395392>",
	"<https://evil.example|your bank> [your bank](https://evil.example) https://evil.example www.evil.example",
	"**b** *b* _i_ ~s~ `c` ```block``` ||spoiler|| # head\n# head\n> quote\n- item",
	"<t:1618953630:R> </claims:816437322781949972> <:mmLol:216154654256398347> <id:customize>",
	"&lt;!channel&gt; &amp; \\*not\\* \u202eright to left\u202c \u001b[31mred",
];

/** An answer of which every text that is not ours tries to be more than text. */
export const hostileAnswer: Answer = {
	command: "ask",
	language: "en",
	answered: true,
	heading: texts.join(" "),
	items: texts.map(
		(quote, n): PassageItem => ({
			kind: "passage",
			quote,
			rendering: "verbatim",
			citation: {
				article: "of",
				passage: `p${n + 1}`,
				title: quote,
				outlet: quote,
				published: { value: null, precision: "unknown", basis: "unknown" },
				file: `hostile${n}.txt`,
				line: n + 1,
				start: 0,
				end: quote.length,
				url: `https://news.example.org/${n}?a=1&b=<2>|(3)`,
			},
			passage: {
				id: `p${n + 1}`,
				kind: "body",
				text: quote,
				source: { line: n + 1, start: 0, end: quote.length },
			},
			context: quote,
		}),
	),
	notes: texts,
	actions: [{ kind: "check_quote" }, { kind: "share" }],
	total: texts.length,
	offset: 0,
};
