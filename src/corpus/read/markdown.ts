import { noFacts, type PageFacts, type RawPage } from "../page/raw-page.ts";

type Read = Pick<RawPage, "lines" | "facts" | "headings">;

/**
 * Markdown as plain lines: front matter becomes facts, marks of headings, emphasis, links and images
 * are taken away, code blocks and comments are left out. Lines that a paragraph was wrapped over
 * stay apart only where a blank line, a list or a heading parts them.
 */
export function readMarkdown(text: string): Read {
	const { facts, body } = frontMatter(text.replace(/^\ufeff/, ""));
	const lines: string[] = [];
	const headings = new Set<number>();
	let fenced = false;
	let open = false;
	for (const raw of body.split(/\r?\n/)) {
		const line = raw.trim();
		if (/^(```|~~~)/.test(line)) {
			fenced = !fenced;
			open = false;
			continue;
		}
		if (fenced) continue;
		const heading = /^#{1,6}\s/.test(line);
		if (line === "" || /^(-{3,}|\*{3,}|_{3,}|={3,})$/.test(line)) {
			open = false;
			if (lines.length > 0 && lines[lines.length - 1] !== "") lines.push("");
			continue;
		}
		const plain = plainText(heading ? line.replace(/^#{1,6}\s+/, "").replace(/\s+#+$/, "") : line);
		if (plain === "") continue;
		const item = /^([-*+•]|\d{1,3}[.)])\s/.test(line);
		if (heading) headings.add(lines.length);
		if (open && !heading && !item) lines[lines.length - 1] += ` ${plain}`;
		else lines.push(plain);
		open = !heading;
	}
	return { lines, headings, facts };
}

function plainText(line: string): string {
	return line
		.replace(/!\[[^\]]{0,500}\]\([^)]{0,400}\)/g, "")
		.replace(/\[([^\]]{1,500})\]\([^)]{0,400}\)/g, "$1")
		.replace(/<!--.{0,400}?-->|<\/?[a-zA-Z][^>]{0,500}>/g, "")
		.replace(/^>\s?/, "")
		.replace(/(\*\*|__)(?=\S)([^*_]{1,5000})\1/g, "$2")
		.replace(/(^|[\s(«"“])[*_](?=\S)([^*_]{1,5000})[*_](?=$|[\s).,:;!?»"”،؟])/g, "$1$2")
		.replace(/`([^`]{1,500})`/g, "$1")
		.replace(/\\([\\`*_{}[\]()#+\-.!>])/g, "$1")
		.trim();
}

function frontMatter(text: string): { facts: PageFacts; body: string } {
	const lines = text.split(/\r?\n/, 200);
	const end =
		lines[0]?.trim() === "---" ? lines.findIndex((l, i) => i > 0 && l.trim() === "---") : -1;
	if (end < 0) return { facts: noFacts, body: text };
	const fields = new Map<string, string>();
	for (const line of lines.slice(1, end)) {
		const at = line.indexOf(":");
		if (at <= 0) continue;
		const value = line
			.slice(at + 1)
			.trim()
			.replace(/^(["'])(.*)\1$/, "$2");
		if (value) fields.set(line.slice(0, at).trim().toLowerCase(), value);
	}
	const first = (...names: string[]) => names.map((n) => fields.get(n)).find(Boolean) ?? null;
	return {
		facts: {
			title: first("title"),
			outlet: first("outlet", "publisher", "source", "site", "site_name"),
			url: first("url", "link", "canonical", "canonical_url", "permalink"),
			published: first("published", "date", "published_at", "datepublished", "pubdate"),
		},
		body: text
			.split(/\r?\n/)
			.slice(end + 1)
			.join("\n"),
	};
}
