import type { Message } from "./message.ts";
import { withPlainVotes } from "./votes.ts";

/** A message as it is sent. */
export type Shown = Pick<Message, "text" | "blocks">;
/** The same message without blocks that an older server does not know. */
export type Form = Shown & { without: readonly ("thumbs" | "tables")[] };

/** The forms that a message may be sent in, the fullest first. */
export function formsOf({ text, blocks, plain }: Message): Form[] {
	const forms: Form[] = [{ text, blocks, without: [] }];
	const voted = withPlainVotes(blocks);
	if (voted) forms.push({ text, blocks: voted, without: ["thumbs"] });
	if (!plain) return forms;
	const plainest = withPlainVotes(plain) ?? plain;
	return [...forms, { text, blocks: plainest, without: voted ? ["thumbs", "tables"] : ["tables"] }];
}
