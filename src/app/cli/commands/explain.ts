import { leastCard, leastNamed } from "../../../attribution/article-claims.ts";
import type { Explanation } from "../../../attribution/explain.ts";
import { IsnadError } from "../../../domain/errors.ts";
import { isInLines } from "../../../domain/passage-place.ts";
import type { Language } from "../../../domain/sets/languages.ts";
import { write, writeJson } from "../../io.ts";
import { printableLine } from "../../printable.ts";
import type { Call } from "../call.ts";

/** Shows how one line of an article was read. */
export async function run({ io, options, positionals }: Call): Promise<number> {
	const [, file = "", number = ""] = /^(.+):(\d+)$/.exec(positionals[0] ?? "") ?? [];
	if (!file || positionals.length > 1)
		throw new IsnadError(
			"usage",
			"explain needs one file and a line of it: explain article.md:12.",
		);
	const [{ buildArticle, readSource }, { shippedExtraction }] = await Promise.all([
		import("../../../corpus/index.ts"),
		import("../../load/extraction.ts"),
	]);
	const { rules, explain } = await shippedExtraction();
	const line = Number(number);
	for (const page of await readSource(file)) {
		const { article } = buildArticle(page, rules);
		const passage = article.passages.find(({ source }) => isInLines(source, { line }));
		const found = passage && explain(article, passage.id);
		if (!found) continue;
		if (options["json"]) await writeJson(io.stdout, found);
		else
			for (const text of linesOf(passage.text, article.language, found))
				await write(io.stdout, `${printableLine(text)}\n`);
		return 0;
	}
	throw new IsnadError(
		"usage",
		`Line ${line} of ${file} holds no text of an article: name a line of its body.`,
	);
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function linesOf(
	text: string,
	language: Language,
	{ rules, spans, steps, claims }: Explanation,
): string[] {
	const out = [text, "", "Rules of the language:"];
	for (const { source, act, content } of rules)
		out.push(`  ${source || "(nobody printed)"} | ${act} | ${content}`);
	if (rules.length === 0) out.push("  nothing");
	out.push("Sequence model:");
	for (const { kind, words, sure } of spans) out.push(`  ${kind} ${percent(sure)}: ${words}`);
	if (spans.length === 0) out.push("  nothing");
	out.push("Choices, the most probable first:");
	for (const { step, options } of steps)
		out.push(
			`  ${step}: ${options.map(({ words, share }) => `${words} ${percent(share)}`).join(" | ")}`,
		);
	out.push("Claims:");
	for (const claim of claims) {
		const fate =
			claim.confidence < leastCard[language]
				? ", so left out"
				: claim.named < leastNamed
					? ", so shown as unnamed"
					: "";
		out.push(`  ${claim.speaker || "nobody named"} | ${claim.act} | ${claim.quote}`);
		out.push(`    printed: ${claim.printed || "nobody"}${claim.via ? ` | via: ${claim.via}` : ""}`);
		out.push(`    confidence ${percent(claim.confidence)}; speaker ${percent(claim.named)}${fate}`);
	}
	if (claims.length === 0) out.push("  none");
	return out;
}
