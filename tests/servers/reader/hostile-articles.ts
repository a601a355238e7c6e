import fc from "fast-check";
import type { Article } from "../../../src/domain/article.ts";
import { article, claim, event } from "../../unit/answers/doubles.ts";

/** What has broken out of pages elsewhere, and letters that turn lines around or end them. */
const evil = fc.constantFrom(
	"<script>alert(1)</script>",
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)' x='",
	"</blockquote></main><iframe src=//evil.example>",
	"<!-- ",
	"-->",
	"<![CDATA[",
	"]]>",
	"</title><svg/onload=alert(1)>",
	"javascript:alert(1)",
	"data:text/html,<b>",
	"&lt;b&gt; &amp;amp; &#x3c;i&#x3e; &",
	"<a href='https://evil.example'>",
	"{{constructor}} $" + "{x}",
	"\u202eevil\u202c \u2066left",
	"\u0000\u0008\u001b[31mred\u001b]0;title\u0007",
	"\r\nSet-Cookie: a=b",
	"\u2028\u2029",
	"\ud800",
	"\ufdfa\u0610",
	"«قول» “words”",
	"/../..//evil.example?x=1#y",
	"%00%3Cscript%3E",
);
const word = fc.constantFrom("reef", "sludge", "boats", "الحمأة", "الوزارة", "said", "on", "3");
const text = fc
	.array(fc.oneof(evil, word, word), { minLength: 1, maxLength: 9 })
	.map((parts) => parts.join(" "));
const name = fc.array(fc.oneof(evil, word), { minLength: 1, maxLength: 3 }).map((p) => p.join(" "));
const url = fc.oneof(
	fc.constant(null),
	fc.constantFrom(
		"https://news.example/a?b=1&c=<2>\"'",
		"javascript:alert(1)",
		"https://news.example/\u202e",
		"//evil.example",
	),
);
/** Articles that break out of whatever shows them, and what is asked about them. */
export const hostileCorpus = fc.record({
	lines: fc.array(text, { minLength: 2, maxLength: 5 }),
	...{ title: name, outlet: name, speaker: name, via: name, why: text, asked: text, url },
});
export type HostileCorpus = typeof hostileCorpus extends fc.Arbitrary<infer T> ? T : never;

export function articlesOf({
	lines,
	title,
	outlet,
	speaker,
	via,
	why,
	url: address,
}: HostileCorpus): Article[] {
	const of = article("evil", lines, { title, outlet, url: address });
	const claims = lines.map((line, n) => {
		const quote = line.slice(0, Math.max(1, Math.floor(line.length / (1 + (n % 2)))));
		const said = { speaker: { name: speaker, kind: "person" as const }, via: [via] };
		return claim(of, n + 1, quote, { ...said, act: n % 2 === 0 ? "accuses" : "denies" });
	});
	event(of, 1, lines[0] ?? "", "2024-02");
	const [one, other] = claims;
	if (!one || !other) return [of];
	const pair = { kind: "denial", strength: "direct", why: { en: why, ar: why } } as const;
	return [{ ...of, contradictions: [{ ...pair, claims: [one.id, other.id] }] }];
}
