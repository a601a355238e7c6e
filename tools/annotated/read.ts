/** Reads an annotated article; the format is explained in docs/annotating.md. */

export const markNames = {
	c: "content",
	s: "source",
	q: "cue",
	v: "channel",
	d: "day",
	k: "mention",
} as const;
export type MarkLetter = keyof typeof markNames;

/** One mark: UTF-16 offsets into the paragraph's plain text; `ids` are claims (entities for `k`). */
export type Mark = {
	letter: MarkLetter;
	ids: string[];
	paragraph: number;
	start: number;
	end: number;
};

export type AnnotatedEntity = {
	id: string;
	kind: string;
	name: string;
	title: string;
	line: number;
};

export type AnnotatedClaim = {
	id: string;
	entity: string;
	act: string;
	hedged: boolean;
	/** `YYYY-MM-DD`, where the sentence says when it was said. */
	day: string | null;
	via: string[];
	answers: string[];
	within: string | null;
	line: number;
};

export type AnnotatedArticle = {
	head: Record<string, string>;
	/** The article without its marks, a paragraph each. */
	paragraphs: string[];
	marks: Mark[];
	entities: AnnotatedEntity[];
	claims: AnnotatedClaim[];
};

export type Problem = { line: number; message: string };

/** Reads what can be read; whatever cannot is named in `problems` with its 1-based line. */
export function readAnnotated(text: string): { article: AnnotatedArticle; problems: Problem[] } {
	const lines = text.replace(/^\uFEFF/u, "").split(/\r?\n/u);
	const problems: Problem[] = [];
	const article: AnnotatedArticle = {
		head: {},
		paragraphs: [],
		marks: [],
		entities: [],
		claims: [],
	};
	let part = 0;
	for (const [index, raw] of lines.entries()) {
		const line = index + 1;
		if (/^===+\s*$/u.test(raw)) part += 1;
		else if (!raw.trim()) continue;
		else if (part === 0) readHead(raw, line, article, problems);
		else if (part === 1) readParagraph(raw.trim(), line, article, problems);
		else readRow(raw.trim(), line, article, problems);
	}
	if (part !== 2) problems.push({ line: lines.length, message: "an article has two lines of ===" });
	return { article, problems };
}

function readHead(raw: string, line: number, article: AnnotatedArticle, problems: Problem[]): void {
	const found = /^([a-z]+):\s*(.*)$/u.exec(raw.trim());
	if (found?.[1]) article.head[found[1]] = (found[2] ?? "").trim();
	else
		problems.push({ line, message: `the head has lines "key: value", not "${raw.slice(0, 40)}"` });
}

const opening = /^\[([csqvdk])(\d+(?:,\d+)*) /u;

function readParagraph(
	raw: string,
	line: number,
	article: AnnotatedArticle,
	problems: Problem[],
): void {
	const paragraph = article.paragraphs.length;
	const open: Mark[] = [];
	let plain = "";
	for (let at = 0; at < raw.length; ) {
		const found = raw[at] === "[" ? opening.exec(raw.slice(at, at + 80)) : null;
		if (found) {
			const letter = found[1] as MarkLetter;
			const ids = (found[2] ?? "").split(",").map((id) => (letter === "k" ? `K${id}` : id));
			open.push({ letter, ids, paragraph, start: plain.length, end: 0 });
			at += found[0].length;
		} else if (raw[at] === "[") {
			problems.push({ line, message: `no mark: "${raw.slice(at, at + 20)}"` });
			at += 1;
		} else if (raw[at] === "]") {
			const mark = open.pop();
			if (mark) article.marks.push({ ...mark, end: plain.length });
			else problems.push({ line, message: `"]" closes nothing behind "${plain.slice(-20)}"` });
			at += 1;
		} else {
			plain += raw[at];
			at += 1;
		}
	}
	for (const mark of open) {
		problems.push({ line, message: `mark ${mark.letter}${mark.ids.join(",")} is never closed` });
	}
	article.paragraphs.push(plain);
}

function readRow(raw: string, line: number, article: AnnotatedArticle, problems: Problem[]): void {
	if (/^K\d+\s/u.test(raw)) {
		const [first = "", name = "", title = ""] = raw.split("|").map((cell) => cell.trim());
		const [id = "", kind = ""] = first.split(/\s+/u);
		article.entities.push({ id, kind, name, title, line });
		return;
	}
	const found = /^(\d+)\s+(K\d+)\s+([a-z_]+)(.*)$/u.exec(raw);
	if (!found) {
		problems.push({ line, message: `neither "K1 kind | name | title" nor "1 K1 act": "${raw}"` });
		return;
	}
	const [, id = "", entity = "", act = "", rest = ""] = found;
	const value = (key: string): string | null =>
		new RegExp(`(?:^|\\s)${key}=(.*?)(?=\\s+(?:day|via|answers|within)=|\\s+hedged\\b|$)`, "u")
			.exec(rest)?.[1]
			?.trim() ?? null;
	const split = (text: string | null, mark: RegExp): string[] =>
		(text ?? "")
			.split(mark)
			.map((part) => part.trim())
			.filter(Boolean);
	article.claims.push({
		id,
		entity,
		act,
		hedged: /(?:^|\s)hedged(?:\s|$)/u.test(rest),
		day: value("day"),
		via: split(value("via"), /;/u),
		answers: split(value("answers"), /,/u),
		within: value("within"),
		line,
	});
}
