import type { Article } from "../../../src/domain/article.ts";
import { article, claim, event } from "../../unit/answers/doubles.ts";

const known = (value: string, basis: "printed" | "derived") => ({
	...{ value, basis },
	precision: "day" as const,
});

/** An accusation and its denial in one article, in each language, with all that a page tells of them. */
export function harbourArticles(): Article[] {
	return [english(), arabic()];
}

function english(): Article {
	const of = article(
		"harbour",
		[
			"Ministry accused over sludge at the reef",
			"Nadia Rahal, who heads the coast watch, said that the ministry had dumped sludge near the reef, the Coast Daily reports.",
			"The ministry denied that it had dumped any sludge near the reef.",
			"Fishing boats have stayed ashore since 4 February 2024.",
			"Nobody knows how long that will last.",
		],
		{
			title: "Ministry accused over sludge at the reef",
			outlet: "Harbour Post",
			url: "https://harbour.example/sludge?a=1&b=2",
			published: { value: "2024-03-04", precision: "day", basis: "printed" },
		},
	);
	const accused = claim(of, 2, "the ministry had dumped sludge near the reef", {
		speaker: { name: "Nadia Rahal", kind: "person" },
		act: "accuses",
		via: ["Coast Daily"],
		saidOn: known("2024-03-03", "derived"),
		confidence: 0.87,
	});
	const denied = claim(of, 3, "it had dumped any sludge near the reef", {
		speaker: { name: "The ministry", kind: "organisation" },
		act: "denies",
		confidence: 0.41,
	});
	event(of, 4, "Fishing boats have stayed ashore since 4 February 2024", "2024-02-04");
	return paired(of, accused.id, denied.id, {
		en: "The ministry denies the dumping that Nadia Rahal speaks of.",
		ar: "تنفي الوزارة الإلقاء الذي تتحدث عنه نادية رحال.",
	});
}

function arabic(): Article {
	const of = article(
		"marfa",
		[
			"اتهام الوزارة بإلقاء الحمأة قرب الشعاب",
			"قالت نادية رحال رئيسة مرصد الساحل إن الوزارة ألقت الحمأة قرب الشعاب، بحسب صحيفة الساحل.",
			"ونفت الوزارة أنها ألقت أي حمأة قرب الشعاب.",
			"وبقيت قوارب الصيد على البر منذ ذلك الحين.",
		],
		{
			title: "اتهام الوزارة بإلقاء الحمأة قرب الشعاب",
			outlet: "بريد المرفأ",
			url: "https://marfa.example/1",
			published: { value: "2024-03-05", precision: "day", basis: "given" },
		},
	);
	const accused = claim(of, 2, "الوزارة ألقت الحمأة قرب الشعاب", {
		speaker: { name: "نادية رحال", kind: "person" },
		act: "accuses",
		via: ["صحيفة الساحل"],
		saidOn: known("2024-03-03", "printed"),
	});
	const denied = claim(of, 3, "أنها ألقت أي حمأة قرب الشعاب", {
		speaker: { name: "الوزارة", kind: "organisation" },
		act: "denies",
	});
	return paired(of, accused.id, denied.id, {
		en: "The ministry denies the dumping that Nadia Rahal speaks of.",
		ar: "تنفي الوزارة الإلقاء الذي تتحدث عنه نادية رحال.",
	});
}

function paired(
	of: Article,
	one: string,
	other: string,
	why: Article["contradictions"][number]["why"],
): Article {
	const pair = { claims: [one, other], kind: "denial", strength: "direct", why } as const;
	return { ...of, contradictions: [{ ...pair, claims: [...pair.claims] }] };
}
