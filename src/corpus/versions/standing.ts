import type { Article } from "../../domain/article.ts";
import type { ArticleStanding, NoticeText, noticePlaces } from "../../domain/notice.ts";

/** A withdrawal in the words of whoever announces it, and where they stand. */
export type Withdrawal = {
	notice: NoticeText;
	file: string;
	from: (typeof noticePlaces)[number];
};

/** How an article stands that was withdrawn by this notice; `today`: the ISO day on which it was noticed. */
export function withdrawnBy({ notice, file, from }: Withdrawal, today: string): ArticleStanding {
	const { quote, source, day } = notice;
	const printed = day.precision === "day" ? day.value : null;
	return {
		kind: "withdrawn",
		day: printed ?? today,
		basis: printed === null ? "noticed" : "printed",
		notice: { quote, source, file, from },
	};
}

/**
 * The article with the standing that its own text gives it, or its title, or that its feed gave it
 * before; a day that was noted before stays. `titled`: what its title says where that has a label.
 */
export function withOwnStanding(
	article: Article,
	old: Article | undefined,
	{ today, titled }: { today: string; titled: (known: string | null) => NoticeText | null },
): Article {
	const before = old?.standing?.kind === "withdrawn" ? old.standing : null;
	const inText = article.notices?.find(({ kind }) => kind === "withdrawn");
	const own = inText ?? (old ? titled(old.title) : null);
	if (own) {
		const since = before?.basis === "noticed" ? before.day : today;
		const { file } = article.source;
		const withdrawal = { notice: own, file, from: inText ? "text" : "title" } as const;
		return { ...article, standing: withdrawnBy(withdrawal, since) };
	}
	// A page that shows its text as before takes nothing back of what its feed, or its title, said.
	const isKept: Partial<Record<Withdrawal["from"], boolean>> = {
		feed: old?.id === article.id,
		title: old?.title === article.title,
	};
	return before?.notice && isKept[before.notice.from] ? { ...article, standing: before } : article;
}

/** The article once its page is gone; the same object where that was known, or it was withdrawn before. */
export function withPageGone(article: Article, today: string): Article {
	if (article.standing) return article;
	return { ...article, standing: { kind: "gone", day: today, basis: "noticed" } };
}
