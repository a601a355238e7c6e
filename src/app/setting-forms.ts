import { z } from "zod";
import { platformNames, platforms } from "../domain/sets/platforms.ts";

/** Any text; an empty one counts as not set. */
export const text = z
	.string()
	.trim()
	.transform((value) => value || undefined)
	.optional();
/** An address of one of these protocols. */
export const address = (what: string, protocol: RegExp) =>
	z
		.string()
		.trim()
		.refine((value) => value === "" || isAddress(value, protocol), `must be ${what}`)
		.transform((value) => value || undefined)
		.optional();

export const onOff = z.enum(["on", "off"], "must be on or off").optional();

/** `slack:U024BE7LH`: where the operator sits anyway, nobody is named. */
export function isIdOnPlatform(text: string): boolean {
	const [platform, id = "", ...more] = text.split(":");
	const named = platformNames.find((name) => name === platform);
	return (
		named !== undefined && !platforms[named].own && more.length === 0 && /^[\w-]{1,40}$/.test(id)
	);
}

/** `https://desk.example`, without a path. */
export function isOrigin(value: string): boolean {
	return isAddress(value, /^https?:$/) && new URL(value).origin === value;
}

function isAddress(value: string, protocol: RegExp): boolean {
	return URL.canParse(value) && protocol.test(new URL(value).protocol);
}

export function isPort(value: string): boolean {
	return /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
}
