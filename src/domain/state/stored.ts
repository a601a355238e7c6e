import { z } from "zod";
import { Command } from "../answer.ts";
import { PauseReason, Weekday, whenTold, whereNothingIsNew } from "../digest.ts";
import { voteReasons } from "../feedback.ts";
import { ArticleStanding } from "../notice.ts";
import { choicesOf, type FilterKey, filterKeys } from "../sets/filters.ts";
import { Language } from "../sets/languages.ts";
import { platformNames } from "../sets/platforms.ts";
import { settingKeys, settings } from "../sets/settings.ts";
import { changeKinds } from "./change-journal.ts";
import { DeliveryState } from "./delivery-ledger.ts";

/**
 * What may be read back from the state. A disk, a restored copy or a hand may have changed what this
 * program wrote, so that a row is believed only after it was looked at. Shapes are open: a newer
 * version may have added a field.
 */
const platform = z.enum(platformNames);
const text = z.string();
const time = z.number();
const count = z.int().min(0);
const day = z.iso.date();
const texts = z.array(text);

const known = new Map<string, boolean>();

/** Whether a name is one of the time zones that this machine has. */
export function isZone(name: string): boolean {
	const before = known.get(name);
	if (before !== undefined) return before;
	let isOne = true;
	try {
		new Intl.DateTimeFormat("en", { timeZone: name });
	} catch {
		isOne = false;
	}
	if (known.size < 1_000) known.set(name, isOne);
	return isOne;
}

function filterValue(key: FilterKey): z.ZodType<string> {
	const choices = choicesOf(key);
	return choices ? z.enum(choices) : text;
}

export const StoredRequest = z.looseObject({
	command: Command,
	text,
	language: Language.optional(),
	limit: count.optional(),
	offset: count.optional(),
	...Object.fromEntries(filterKeys.map((key) => [key, filterValue(key).optional()])),
});

export const StoredThread = z.looseObject({
	request: StoredRequest.extend({
		of: StoredRequest.optional(),
		earlier: z.array(StoredRequest).optional(),
	}),
});

const item = z.union([
	z.looseObject({
		kind: z.enum(["claim", "passage", "event"]),
		quote: text,
		citation: z.looseObject({ article: text, line: z.number() }),
	}),
	z.looseObject({ kind: z.literal("source"), article: z.looseObject({ id: text }) }),
]);

const answer = z.looseObject({
	command: text,
	language: Language,
	answered: z.boolean(),
	heading: text,
	items: z.array(item),
	notes: texts,
	actions: z.array(z.looseObject({ kind: text })),
	total: count,
	offset: count,
});

export const StoredHome = z.looseObject({
	...{ platform, space: text.nullable() },
	...{ channel: text, person: text.nullable() },
});

export const StoredView = z.looseObject({
	id: text,
	request: StoredRequest.nullable(),
	answer: answer.nullable(),
	places: z.array(z.looseObject({ article: text, passage: text, stated: text.nullable() })),
	at: time,
	home: StoredHome.optional(),
});

export const StoredFeedback = z.looseObject({
	view: text,
	voter: text,
	platform,
	vote: z.enum(["right", "wrong"]),
	reason: z.enum(voteReasons).nullable(),
	note: text,
	request: StoredRequest,
	answered: z.boolean(),
	first: z.looseObject({ file: text, words: text }).nullable(),
	at: time,
});

export const StoredToken = z.looseObject({
	id: text.regex(/^[a-z0-9]{10}$/),
	name: text.min(1),
	collection: text.min(1),
	hash: text.regex(/^[0-9a-f]{64}$/),
	createdAt: time,
	expires: day.nullable(),
	revokedAt: time.nullable(),
	lastUsed: day.nullable(),
});

export const StoredSubscription = z.looseObject({
	id: text.min(1),
	place: z.looseObject({
		platform,
		space: text.nullable(),
		channel: text,
		thread: text.nullable(),
	}),
	maker: text,
	request: StoredRequest,
	language: Language,
	when: z.enum(whenTold),
	at: text.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
	zone: text.refine(isZone),
	days: z.array(Weekday).min(1),
	empty: z.enum(whereNothingIsNew),
	paused: PauseReason.nullable(),
	createdAt: time,
	from: day,
	since: time,
	lastDay: day.nullable(),
	nextDue: time,
});

export const StoredDelivery = z.looseObject({
	key: text,
	subscription: text,
	platform,
	channel: text,
	day,
	missedFrom: day.nullable(),
	missed: count,
	due: time,
	state: DeliveryState,
	notBefore: time,
	attempts: count,
	upTo: time.nullable(),
	view: text.nullable(),
	message: text.nullable(),
	reason: text.nullable(),
	leasedUntil: time,
	changedAt: time,
});

const problem = z.looseObject({
	at: time,
	code: text,
	key: text,
	params: z.record(text, z.union([text, z.number()])),
});

export const StoredSource = z.looseObject({
	id: text,
	address: text.refine((address) => URL.canParse(address)),
	kind: z.enum(["feed", "page"]).nullable(),
	title: text.nullable(),
	addedBy: text,
	addedAt: time,
	etag: text.nullable(),
	lastModified: text.nullable(),
	nextPollAt: time,
	lastSuccessAt: time.nullable(),
	lastProblem: problem.nullable(),
	failures: count,
});

export const StoredItem = z.looseObject({
	key: text,
	address: text.nullable(),
	mark: text,
	article: text.nullable(),
	etag: text.nullable(),
	lastModified: text.nullable(),
	firstSeenAt: time,
	nextCheckAt: time.nullable(),
	missing: count,
	problem: problem.nullable(),
});

export const StoredChange = z.looseObject({
	seq: count,
	at: time,
	kind: z.enum(changeKinds),
	article: text,
	before: text.nullable(),
	newClaims: texts,
	goneClaims: z.array(
		z.looseObject({ id: text, quote: text, act: text, speaker: z.looseObject({ name: text }) }),
	),
	head: z
		.looseObject({
			language: Language,
			published: z.looseObject({}),
			file: text,
			standing: ArticleStanding.optional(),
			corrected: texts.optional(),
		})
		.optional(),
});

/** Of one setting: its field and its value. */
export const StoredSetting = z.union(
	settingKeys.map((field) =>
		z.object({ field: z.literal(field), value: z.enum(settings[field] as readonly string[]) }),
	),
);
