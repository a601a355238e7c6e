import { Weekday } from "../../domain/digest.ts";
import type { Say } from "../../domain/messages.ts";
import { plain, westernDigits, wordsFor } from "../../domain/typed-words.ts";

/** Saturday first, as the week runs where most readers of Arabic news are; a range may run past its end. */
const week: readonly Weekday[] = ["sat", "sun", "mon", "tue", "wed", "thu", "fri"];
const families = { all: week, weekdays: ["mon", "tue", "wed", "thu", "fri"] } as const;
const familyNames = ["all", "weekdays"] as const;

/** `7`, `07:30`, `7:30pm`, `٧:٣٠ م` as `07:30`; null where it is no time. */
export function readTime(value: string): string | null {
	const match = /^(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm|a|p|ص|م)?$/iu.exec(
		westernDigits(value.trim()),
	);
	if (!match) return null;
	const [, first = "", minute = "00", half] = match;
	let hour = Number(first);
	if (half) {
		if (hour < 1 || hour > 12) return null;
		const isLate = /^[pم]/iu.test(half);
		hour = (hour % 12) + (isLate ? 12 : 0);
	}
	if (hour > 23 || Number(minute) > 59) return null;
	return `${String(hour).padStart(2, "0")}:${minute}`;
}

/** An IANA name, however it is capitalised, or its city alone where only one zone has it; else null. */
export function readZone(value: string): string | null {
	const asked = value.trim().replace(/\s+/g, "_").toLowerCase();
	if (asked === "utc" || asked === "gmt") return "UTC";
	const zones = Intl.supportedValuesOf("timeZone");
	const exact = zones.find((zone) => zone.toLowerCase() === asked);
	if (exact) return exact;
	if (/^[a-z_]{1,30}(\/[a-z0-9_+-]{1,30}){1,2}$/.test(asked)) return knownToIntl(value.trim());
	const ofCity = zones.filter((zone) => zone.toLowerCase().endsWith(`/${asked}`));
	return ofCity.length === 1 ? (ofCity[0] ?? null) : null;
}

/** Older names that are no longer listed are understood still. */
function knownToIntl(zone: string): string | null {
	try {
		new Intl.DateTimeFormat("en", { timeZone: zone });
		return zone;
	} catch {
		return null;
	}
}

/** Reads days of the week in both languages: `mon-fri`, `sat,mon`, `all`, `السبت-الأربعاء`. */
export class DayReader {
	readonly #days: ReadonlyMap<string, Weekday>;
	readonly #families: ReadonlyMap<string, "all" | "weekdays">;

	constructor(say: Say) {
		this.#days = wordsFor(say, "digest.day", Weekday.options);
		this.#families = wordsFor(say, "digest.days", familyNames);
	}

	/** In the order of the week; null where a word is no day. */
	read(value: string): Weekday[] | null {
		const out = new Set<Weekday>();
		for (const part of value.split(/[,،;]/)) {
			const days = this.#part(part.trim());
			if (!days) return null;
			for (const day of days) out.add(day);
		}
		return week.filter((day) => out.has(day));
	}

	#part(text: string): readonly Weekday[] | null {
		const family = this.#families.get(plain(text));
		if (family) return families[family];
		const day = this.#days.get(plain(text));
		if (day) return [day];
		const [first, last, ...more] = text.split(/\s*[-–]\s*/);
		const from = first && this.#days.get(plain(first));
		const to = last && this.#days.get(plain(last));
		if (!from || !to || more.length > 0) return null;
		const at = week.indexOf(from);
		const length = ((week.indexOf(to) - at + week.length) % week.length) + 1;
		return [...week, ...week].slice(at, at + length);
	}
}
