import type { Subscription } from "../../domain/digest.ts";
import type { Say } from "../../domain/messages.ts";
import { filtersOf } from "../../domain/sets/filters.ts";
import { type Language, languages } from "../../domain/sets/languages.ts";
import type { Delivery } from "../../domain/state/delivery-ledger.ts";
import { mostAnHour } from "../alert-bound.ts";
import { nextDay } from "../local-days.ts";

/** Longest reason of a platform's that is shown. */
const longestReason = 120;

/** Sentences about digests in one language. */
export class DigestTexts {
	readonly #say: Say;
	readonly #language: Language;
	readonly #now: number;

	constructor(say: Say, language: Language, now: number) {
		this.#say = say;
		this.#language = language;
		this.#now = now;
	}

	get #comma(): string {
		return languages[this.#language].comma;
	}

	text(key: string, params: Record<string, string | number> = {}): string {
		return this.#say(this.#language, `digest.${key}`, params);
	}

	/** Topic and filters as they can be typed. */
	topic({ request }: Pick<Subscription, "request">): string {
		// What somebody typed keeps its own direction inside our sentence.
		return `\u2068${topicText({ request })}\u2069`;
	}

	/** "every day at 07:30 (Asia/Riyadh), in English"; "at once, at most 6 an hour, in English". */
	schedule({ when, days, at, zone, language }: Subscription): string {
		if (when === "now")
			return this.text("at_once", { count: mostAnHour, language: this.text(`in.${language}`) });
		return this.text("schedule", {
			days: this.days(days),
			at,
			zone: `\u2068${zone}\u2069`,
			language: this.text(`in.${language}`),
		});
	}

	days(days: Subscription["days"]): string {
		if (days.length === 7) return this.text("every_day");
		const names = days.map((day) => this.text(`day.${day}`).split("|")[0] ?? day);
		return names.join(this.#comma);
	}

	/** "Next: Tuesday, 7 May 2024, 07:30." or why it rests. */
	state(subscription: Subscription): string {
		const { paused } = subscription;
		if (paused) return this.text(`paused_for.${paused}`);
		if (subscription.when === "now") return this.text("watching");
		return this.text("next", { day: this.next(subscription) });
	}

	/** When the next one is due: "Tuesday, 7 May 2024, 07:30". */
	next(subscription: Subscription): string {
		const next = nextDay(subscription, this.#now);
		if (!next) return this.text("not_soon");
		return [this.day(next.day), subscription.at].join(this.#comma);
	}

	day(day: string): string {
		const locale = languages[this.#language].locale;
		return new Intl.DateTimeFormat(locale, {
			timeZone: "UTC",
			weekday: "long",
			year: "numeric",
			month: "long",
			day: "numeric",
		}).format(new Date(`${day}T00:00:00Z`));
	}

	/** What became of one day. */
	delivery(row: Delivery, { when, zone }: Pick<Subscription, "when" | "zone">): string {
		const day = when === "now" ? this.#moment(row.due, zone) : this.day(row.day);
		const missed = row.missed > 0 ? ` ${this.text("status.missed", { count: row.missed })}` : "";
		if (row.state === "sent") return this.text("status.sent", { day }) + missed;
		const reason = this.#reason(row.reason);
		const state = row.state === "pending" || row.state === "sending" ? "open" : "not_sent";
		const key = reason ? `status.${state}` : `status.${state}_yet`;
		return this.text(key, { day, reason });
	}

	#moment(at: number, zone: string): string {
		return new Intl.DateTimeFormat(languages[this.#language].locale, {
			...{ timeZone: zone, hourCycle: "h23" },
			...{ month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" },
		}).format(at);
	}

	#reason(reason: string | null): string {
		if (reason === null) return "";
		const key = `reason.${reason}`;
		const known = this.text(key);
		if (known !== `digest.${key}`) return known;
		return this.text("reason.platform", { reason: reason.slice(0, longestReason) });
	}
}

/** Topic and filters as they can be typed again. */
export function topicText({ request }: Pick<Subscription, "request">): string {
	const filters = Object.entries(filtersOf(request)).map(
		([name, value]) => `${name}:${/\s/.test(value ?? "") ? `"${value}"` : value}`,
	);
	return [request.text, ...filters].filter(Boolean).join(" ");
}
