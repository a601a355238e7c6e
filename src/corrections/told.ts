import type { ArticlePlace, Correction, OfClaim } from "../domain/corrections.ts";

/** Words of a quotation that are told. */
const mostWords = 60;

/** A correction in one line, for operators: what, of what, to what. No words of what was taken down. */
export function toldCorrection(each: Correction): string {
	switch (each.kind) {
		case "hide_article":
			return `article ${file(each.article)} taken down`;
		case "remove":
			return `article ${file(each.article)} removed`;
		case "hide_passage":
			return `passage ${file(each.article)}:${each.passage.line} taken down`;
		case "hide_claim":
			return `claim of ${each.claim.speaker} in ${file(each.article)}:${each.claim.line} taken down`;
		case "speaker":
			return `speaker of ${claim(each)}: ${each.claim.speaker} → ${each.to.name} (${each.to.kind})`;
		case "act":
			return `act of ${claim(each)}: ${each.claim.act} → ${each.to}`;
		case "day":
			return `day of ${claim(each)} → ${each.to.value ?? "unknown"}`;
		case "via":
			return `relayed by, of ${claim(each)} → ${each.to.join(", ") || "nobody"}`;
		case "outlet":
			return `outlet of ${file(each.article)} → ${each.to ?? "unknown"}`;
		case "unpair":
			return `no contradiction: ${each.claims.map(claim).join(" and ")}`;
		case "merge":
			return `${each.into.name} and ${each.other.name} are one`;
		case "split":
			return `${each.name} ${each.article ? `in ${file(each.article)} ` : ""}is somebody else`;
		case "alias":
			return `${each.of.name} is called ${each.name} too`;
	}
}

function file({ file, id }: ArticlePlace): string {
	return file.startsWith("sources/") ? id : file;
}

function claim({ article, claim: { line, words } }: OfClaim): string {
	const short = words.length > mostWords ? `${words.slice(0, mostWords)}…` : words;
	return `${file(article)}:${line} “${short}”`;
}
