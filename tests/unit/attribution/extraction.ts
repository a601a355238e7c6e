import type { ArticleSkeleton } from "../../../src/corpus/index.ts";
import type { Claim } from "../../../src/domain/article.ts";
import { shippedRules } from "../../extraction.ts";

export const extraction = await shippedRules();

/** An article of body passages, one a line. */
export function articleOf(
	lines: readonly string[],
	published: string | null = null,
): ArticleSkeleton {
	return {
		id: "t",
		language: "ar",
		title: null,
		outlet: null,
		url: null,
		source: { file: "t.txt", sha256: "0".repeat(64) },
		published: published
			? { value: published, precision: "day", basis: "given" }
			: { value: null, precision: "unknown", basis: "unknown" },
		rendering: "verbatim",
		passages: lines.map((text, i) => ({
			id: `p${i + 1}`,
			kind: "body",
			text,
			source: { line: i + 1, start: 0, end: text.length },
		})),
	};
}

/** `speaker: quote` of every claim, with who relayed it. */
export function told(claims: readonly Claim[]): string[] {
	return claims.map((c) => `${[c.speaker.name, ...c.via].join(" < ")}: ${c.quote}`);
}

export function claimsOf(lines: readonly string[], published: string | null = null): Claim[] {
	return extraction.extract(articleOf(lines, published)).claims;
}
