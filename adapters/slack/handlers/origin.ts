import { z } from "zod";
import type { Clock } from "../../../src/domain/ports.ts";
import { Language } from "../../../src/domain/sets/languages.ts";
import type { Click } from "./click.ts";

/** What a form remembers of the click that opened it: where the answer goes. */
const Origin = z.object({
	view: z.string().max(64),
	/** Which item of the view, where the form is about one. */
	item: z.int().optional(),
	/** Which digest is changed; null for a new one. */
	of: z.string().max(40).nullable().optional(),
	/** Of a form that is about no view. */
	language: Language.optional(),
	team: z.string().max(40).optional(),
	channel: z.string().max(40),
	thread: z.string().max(40).nullable(),
	message: z.string().max(40),
	url: z.string().max(2_000).optional(),
	/** When the address was made, in milliseconds. */
	at: z.number(),
});
export type Origin = z.infer<typeof Origin>;

/** As a form keeps it. */
export function originText(
	{ team, channel, thread, message, url }: Click,
	of: Pick<Origin, "view" | "item" | "of" | "language">,
	now: Clock,
): string {
	const origin: Origin = { ...of, team, channel, thread, message, url, at: now() };
	return JSON.stringify(origin);
}

/** Null where it is none of ours, or was made in another workspace than where the form was sent. */
export function readOrigin(text: string, team: string | undefined): Origin | null {
	try {
		const origin = Origin.parse(JSON.parse(text));
		return origin.team && team && origin.team !== team ? null : origin;
	} catch {
		return null;
	}
}

/** The click that opened the form, as if the person who sent it had made it. */
export function clickFrom(origin: Origin, delivery: string, person: string): Click {
	const { team, channel, thread, message, url, view } = origin;
	return { delivery, team, channel, thread, message, person, url, value: view };
}
