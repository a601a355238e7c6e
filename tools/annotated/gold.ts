import type { AnnotatedArticle } from "./read.ts";

/** An annotated article as the scoring of whole corpora reads it: its text as a file, and its claims. */
export function goldOf(file: string, { head, paragraphs, marks, entities, claims }: AnnotatedArticle) {
	const date = head.published && head.published !== "none" ? head.published : null;
	const lines = [head.title ?? "", ...(date ? [date] : []), "", ...paragraphs.flatMap((p) => [p, ""])];
	const lineOf = (paragraph: number) => (date ? 4 : 3) + 2 * paragraph;
	return {
		text: lines.join("\n"),
		meta: { file, title: head.title, outlet: head.outlet, ...(date ? { published: date } : {}) },
		article: {
			file,
			title: head.title,
			outlet: head.outlet,
			published: date,
			body_lines: paragraphs.map((_, i) => lineOf(i)),
			title_lines: [1],
			metadata_lines: date ? [2] : [],
		},
		claims: claims.map((claim) => {
			const pieces = marks.filter((m) => m.letter === "c" && m.ids.includes(claim.id));
			const paragraph = pieces[0]?.paragraph ?? 0;
			const start = Math.min(...pieces.map((m) => m.start));
			const end = Math.max(...pieces.map((m) => m.end));
			const entity = entities.find((e) => e.id === claim.entity);
			const speaker = [entity?.name, entity?.title].filter(Boolean).join("، ");
			return {
				id: `${file}-${claim.id}`,
				file,
				line: lineOf(paragraph),
				start,
				quote: (paragraphs[paragraph] ?? "").slice(start, end),
				speaker_ar: speaker,
				speaker_en: speaker,
				speaker_kind: entity?.kind,
				via: claim.via,
				act: claim.act,
				said_on: claim.day,
			};
		}),
	};
}
