import type { Request, SourceItem } from "../domain/answer.ts";
import type { Article } from "../domain/article.ts";
import { fold } from "../language/normalise.ts";
import { daysOf, inDays } from "./filters.ts";
import type { NameMatcher } from "./names.ts";

/** The articles of the corpus, newest first, narrowed by words of title, outlet or file. */
export function sourceItems(
	articles: readonly Article[],
	request: Request,
	names: NameMatcher,
): SourceItem[] {
	const days = daysOf(request);
	const outlet = request.outlet ? names.test(request.outlet) : null;
	const wanted = fold(request.text).split(/\s+/).filter(Boolean);
	const name = request.text ? names.test(request.text) : null;
	return articles
		.filter((article) => {
			const { titleParaphrase: title, outletLabel: label } = article;
			const outlets = [article.outlet, label?.ar, label?.en];
			if (outlet && !outlet(outlets)) return false;
			if (!inDays(article.published.value, days)) return false;
			const texts = [article.id, article.source.file, article.title, title?.ar, title?.en, ...outlets];
			const all = fold(texts.filter(Boolean).join(" "));
			return wanted.every((word) => all.includes(word)) || (name?.(texts) ?? false);
		})
		.sort(newestFirst)
		.map(({ id, title, titleParaphrase, outlet, url, language, published, ...held }) => ({
			kind: "source",
			article: { id, title: title ?? titleParaphrase?.[language] ?? null, outlet, url, language, published },
			counts: {
				passages: held.passages.length,
				claims: held.claims.length,
				events: held.events.length,
			},
		}));
}

function newestFirst(a: Article, b: Article): number {
	const [left, right] = [a.published.value ?? "", b.published.value ?? ""];
	if (left !== right) return left < right ? 1 : -1;
	return a.id < b.id ? -1 : 1;
}
