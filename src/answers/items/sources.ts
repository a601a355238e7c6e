import type { Request, SourceItem } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import { countsOf } from "../../domain/article-outline.ts";
import { namesIn } from "../../domain/sets/filters.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import { fold } from "../../language/text/normalise.ts";
import { daysOf, inDays, outletNames } from "../find/filters.ts";

/** The articles of the corpus, newest first, narrowed by words of title, outlet or file. */
export function sourceItems(
	articles: readonly Article[],
	request: Request,
	names: NameMatcher,
	language: Language,
): SourceItem[] {
	const days = daysOf(request);
	const outlet = request.outlet ? names.outlet(request.outlet, articles) : null;
	const within = request.within === undefined ? null : namesIn(request.within);
	const left = namesIn(request.without ?? "").map((each) => names.outlet(each, articles));
	const wanted = fold(request.text).split(/\s+/).filter(Boolean);
	const name = request.text ? names.test(request.text) : null;
	return articles
		.filter((article) => {
			const { titleParaphrase: title } = article;
			const outlets = outletNames(article);
			if (outlet && !outlet(outlets)) return false;
			if (left.some((isLeft) => isLeft(outlets))) return false;
			if (within && !within.includes(article.id)) return false;
			if (request.written && article.language !== request.written) return false;
			if (!inDays(article.published.value, days)) return false;
			const texts = [
				article.id,
				article.source.file,
				article.title,
				title?.ar,
				title?.en,
				...outlets,
			];
			const all = fold(texts.filter(Boolean).join(" "));
			return wanted.every((word) => all.includes(word)) || (name?.(texts) ?? false);
		})
		.sort(newestFirst)
		.map((article) => {
			const { id, url, published, reprints, standing } = article;
			const ours = article.rendering === "paraphrase";
			const title = (ours ? article.titleParaphrase?.[language] : undefined) ?? article.title;
			const name = (ours ? article.outletLabel?.[language] : undefined) ?? article.outlet;
			return {
				kind: "source",
				article: {
					...{ id, title, outlet: name, url, language: article.language, published },
					...(reprints ? { reprints } : {}),
					...(standing ? { standing } : {}),
				},
				...pastOf(article),
				counts: { ...countsOf(article) },
			};
		});
}

/** That it announces corrections, and that it was edited. */
function pastOf({ notices = [], earlier = [] }: Article): Pick<SourceItem, "corrected" | "edited"> {
	const days = notices.flatMap(({ kind, day }) => (kind === "corrected" ? [day] : []));
	const last = days.toSorted((a, b) => ((a.value ?? "") < (b.value ?? "") ? 1 : -1))[0];
	const [version] = earlier;
	return {
		...(last ? { corrected: { count: days.length, day: last } } : {}),
		...(version ? { edited: { until: version.until, versions: earlier.length } } : {}),
	};
}

function newestFirst(a: Article, b: Article): number {
	const [left, right] = [a.published.value ?? "", b.published.value ?? ""];
	if (left !== right) return left < right ? 1 : -1;
	return a.id < b.id ? -1 : 1;
}
