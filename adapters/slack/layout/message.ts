import { limits } from "../limits.ts";
import { escaped } from "../readable.ts";
import { type Block, bytesOf } from "./rich.ts";

/** A message as Slack takes it. `text` is what a notification shows. */
export type Message = {
	text: string;
	blocks: Block[];
	/** In the place of `blocks` where Slack refuses them: an older server knows no tables. */
	plain?: Block[];
};

/** Room that is kept free for the buttons under a message. */
const actionBlocks = 1;

export function fitsOne(blocks: readonly Block[], actions: readonly Block[]): boolean {
	return (
		blocks.length + actions.length <= limits.blocks &&
		bytesOf([...blocks, ...actions]) <= limits.messageBytes
	);
}

/** Blocks in as few messages as hold them, in order; the buttons stand under the last one. */
export function messagesOf(
	fallback: string,
	blocks: readonly Block[],
	actions: readonly Block[] = [],
): Message[] {
	const spare = bytesOf(actions) + 10;
	const out: Block[][] = [[]];
	let bytes = 2;
	for (const block of blocks) {
		const size = bytesOf([block]);
		const current = out.at(-1) ?? [];
		const full =
			current.length + actionBlocks >= limits.blocks || bytes + size + spare > limits.messageBytes;
		if (full && current.length > 0) {
			out.push([block]);
			bytes = 2 + size;
		} else {
			current.push(block);
			bytes += size;
		}
	}
	out.at(-1)?.push(...actions);
	return out.map((each) => ({ text: notificationText(fallback), blocks: each }));
}

function notificationText(fallback: string): string {
	const [...letters] = fallback.trim();
	const short = letters.slice(0, limits.fallbackText).join("");
	return escaped(letters.length > limits.fallbackText ? `${short}…` : short) || "…";
}
