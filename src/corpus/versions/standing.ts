import type { Article } from "../../domain/article.ts";
import type { ArticleStanding, NoticeText } from "../../domain/notice.ts";

/** A withdrawal as a page or file announces it that has no article beside it. */
export type Withdrawal = { notice: NoticeText; file: string };

/** How an article stands that was withdrawn by this notice; `today`: the ISO day on which it was noticed. */
export function withdrawnBy({ notice, file }: Withdrawal, today: string): ArticleStanding {
	const { quote, source, day } = notice;
	const printed = day.precision === "day" ? day.value : null;
	return {
		kind: "withdrawn",
		day: printed ?? today,
		basis: printed === null ? "noticed" : "printed",
		notice: { quote, source, file },
	};
}

/** The article with the standing that its own text gives it; a day that was noted before stays. */
export function withOwnStanding(
	article: Article,
	old: Article | undefined,
	today: string,
): Article {
	const notice = article.notices?.find(({ kind }) => kind === "withdrawn");
	if (!notice) return article;
	const before = old?.standing;
	const since = before?.kind === "withdrawn" && before.basis === "noticed" ? before.day : today;
	return { ...article, standing: withdrawnBy({ notice, file: article.source.file }, since) };
}

/** The article once its page is gone; the same object where that was known, or it was withdrawn before. */
export function withPageGone(article: Article, today: string): Article {
	if (article.standing) return article;
	return { ...article, standing: { kind: "gone", day: today, basis: "noticed" } };
}
