import type { AnnotatedArticle } from "./read.ts";

/** The claims of an article, one block each, for reading beside the text. */
export function showAnnotated({
	head,
	paragraphs,
	marks,
	entities,
	claims,
}: AnnotatedArticle): string {
	const words = (letter: string, id: string): string =>
		marks
			.filter((m) => m.letter === letter && m.ids.includes(id))
			.sort((a, b) => a.paragraph - b.paragraph || a.start - b.start)
			.map((m) => (paragraphs[m.paragraph] ?? "").slice(m.start, m.end))
			.join(" … ");
	const blocks = claims.map((c) => {
		const speaker = entities.find((k) => k.id === c.entity);
		const extra = [
			c.hedged ? "hedged" : "",
			c.day ? `day ${c.day} (${words("d", c.id)})` : "",
			c.via.length > 0 ? `via ${c.via.join(" ← ")}` : "",
			c.answers.length > 0 ? `answers ${c.answers.join(", ")}` : "",
			c.within ? `within ${c.within}` : "",
		].filter(Boolean);
		return [
			`${c.id}  ${speaker?.name ?? c.entity} (${speaker?.kind ?? "?"}${speaker?.title ? `, ${speaker.title}` : ""}) ${c.act}`,
			`    ${words("c", c.id)}`,
			`    source “${words("s", c.id)}”  cue “${words("q", c.id)}”${extra.length > 0 ? `  ${extra.join(" · ")}` : ""}`,
		].join("\n");
	});
	return [`${head.title} · ${head.outlet} · ${head.published}`, ...blocks].join("\n");
}
