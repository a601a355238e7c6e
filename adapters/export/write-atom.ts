import { createHash } from "node:crypto";
import type { ExportedClaim } from "../../src/domain/exported.ts";
import { clean } from "../shared/clean.ts";
import { citationText, operatorNote, speakerName } from "./citation-text.ts";
import type { WriterParts } from "./format-writer.ts";
import { element, xmlText } from "./xml-text.ts";

/** A claim, and when it was noticed (milliseconds since the epoch). */
export type FeedEntry = { claim: ExportedClaim; at: number };

export type FeedParts = Pick<WriterParts, "language" | "say"> & {
	/** The newest first. */
	entries: readonly FeedEntry[];
	/** What the feed is about, as its reader asked; empty: everything. */
	topic: string;
	/** The same for the same topic and filters, whoever asks. */
	key: string;
	/** When something was noticed last, of this topic or another. */
	updated: number;
	/** Its own address, where it has one. */
	self: string | null;
};

/** A feed of new claims. https://www.rfc-editor.org/rfc/rfc4287 */
export function* writeAtom(parts: FeedParts): Iterable<string> {
	const { entries, topic, key, updated, self, language, say } = parts;
	const title = topic
		? say(language, "export.feed.topic", { topic: clean(topic) })
		: say(language, "export.feed.all");
	yield `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
${element("id", idOf(`feed ${key}`))}
${element("title", title)}
${element("updated", instant(entries[0]?.at ?? updated))}
<author>${element("name", say(language, "reader.name"))}</author>
${self === null ? "" : `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>\n`}`;
	for (const entry of entries) yield entryOf(entry, parts);
	yield "</feed>\n";
}

function entryOf({ claim, at }: FeedEntry, parts: FeedParts): string {
	const { language, say } = parts;
	const { id, quote, article, reader, corrections } = claim;
	const name = clean(speakerName(claim, language));
	const title = say(language, "reader.claim.title", {
		name,
		act: say(language, `act.${claim.act}`),
	});
	const marks = [
		...(article.standing ? [say(language, `export.standing.${article.standing}`)] : []),
		...corrections.map((each) => say(language, "export.corrected", { words: clean(each.quote) })),
		operatorNote(claim, parts) ?? [],
	].flat();
	const summary = [citationText(claim, parts), ...marks].join("\n");
	const link = reader ? `<link rel="alternate" type="text/html" href="${xmlText(reader)}"/>\n` : "";
	return `<entry>
${element("id", idOf(`claim ${id}`))}
${element("title", title)}
${element("updated", instant(at))}
<author>${element("name", name)}</author>
${link}<category term="${claim.act}"/>
${element("summary", summary)}
<content type="text" xml:lang="${article.language}">${xmlText(quote)}</content>
</entry>
`;
}

function instant(at: number): string {
	return new Date(at).toISOString();
}

/** Made of a name, so that the same thing has the same id in every process. */
function idOf(name: string): string {
	const bytes = createHash("sha256").update(`isnad ${name}`).digest().subarray(0, 16);
	// https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
	const hex = bytes.toString("hex");
	const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
	return `urn:uuid:${[...groups, hex.slice(20)].join("-")}`;
}
