import { isLoopback } from "../../../adapters/web/access/client-address.ts";
import { signatureOf } from "../../../adapters/web/reader/access/signature.ts";
import { citedPage, textFragment, written } from "../../../adapters/web/reader/addresses.ts";
import type { ReaderSettings } from "../../../adapters/web/reader/reader-parts.ts";
import type { Clock } from "../../domain/ports.ts";
import type { PageOfCitation } from "../../domain/reading-room.ts";
import { readerPathOf, readerSecretOf } from "../collections/settings-of.ts";
import type { Config } from "../config.ts";

/** Why the pages behind citations are not served although nobody switched them off; null where they are. */
export function readerProblem({ reader, publicUrl, host }: Config): string | null {
	if (reader.shows === "off" || reader.secret !== undefined) return null;
	if (publicUrl === undefined && isLoopback(host)) return null;
	const why = publicUrl === undefined ? `HOST is ${host}` : "PUBLIC_URL is set";
	return `The reader is not served, since ${why} and it has no secret: set ISNAD_READER_SECRET to 16 characters or more that nobody guesses, or ISNAD_READER=off.`;
}

/** How the pages are served; null where they are not. */
export function readerSettings(config: Config): ReaderSettings | null {
	const { reader, publicUrl, host, collection } = config;
	const secret = readerSecretOf(config);
	const path = readerPathOf(collection);
	if (reader.shows === "off" || readerProblem(config)) return null;
	const isWhole = reader.shows === "articles";
	const isOpen = publicUrl === undefined && isLoopback(host);
	if (isOpen || secret === undefined) return { isWhole, base: path, access: { kind: "open" } };
	const { linkDays } = reader;
	const isSecure = publicUrl?.startsWith("https:") ?? false;
	const isBehindProxy = isLoopback(host);
	const access = { kind: "guarded", secret, linkDays, isSecure, isBehindProxy } as const;
	return { isWhole, access, base: baseOf(publicUrl) + path };
}

/** What a citation is linked with in messages; null where nothing is served under a public address. */
export function citationLinks(config: Config, now: Clock): PageOfCitation | null {
	const { publicUrl } = config;
	const settings = readerSettings(config);
	if (publicUrl === undefined || settings?.access.kind !== "guarded") return null;
	const { secret, linkDays } = settings.access;
	const base = new URL(publicUrl).origin + settings.base;
	return (citation, language, of) => {
		const page = citedPage(citation, of);
		const more = signatureOf({ secret, linkDays, now }, page);
		return written(page, language, { base, more }) + textFragment(of.quote);
	};
}

/** The path of the public address, without the stroke at its end. */
function baseOf(publicUrl: string | undefined): string {
	return publicUrl === undefined ? "" : new URL(publicUrl).pathname.replace(/\/+$/, "");
}
