import { createHash } from "node:crypto";
import { IsnadError } from "../../src/domain/errors.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Picture, PictureShape, Pictures } from "../../src/domain/picture.ts";
import type { PictureContent } from "./content.ts";
import { DrawingThread } from "./drawing/drawing-thread.ts";
import { claimContent, contentOf } from "./picture-content.ts";

/** The last pictures are kept: one that is shared is asked for by many. */
const mostKept = 24;

/** Pictures of answers. What is on one is made anew each time, so that a correction is on the next. */
export function createPictures(say: Say): Pictures & { close(): Promise<void> } {
	const thread = new DrawingThread();
	const kept = new Map<string, Promise<Picture>>();
	const draw = async (
		content: PictureContent | null,
		shape: PictureShape | undefined,
	): Promise<Picture | null> => {
		if (!content) return null;
		const asked = { content, shapes: shapesFor(shape) };
		const key = createHash("sha256").update(JSON.stringify(asked)).digest("base64");
		const known = kept.get(key);
		if (known) return known;
		const made = thread.draw(asked).then((drawn): Picture => {
			if (drawn.png !== null) return { ...drawn, alt: altOf(content) };
			throw new IsnadError(
				"picture_too_large",
				"The words have no room on a picture: share the answer itself.",
			);
		});
		const [oldest] = kept.keys();
		if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
		kept.set(key, made);
		made.catch(() => kept.delete(key));
		return made;
	};
	return {
		ofAnswer: (answer, shape) => draw(contentOf(answer, say), shape),
		ofClaim: (item, language, shape) => draw(claimContent(item, { language, say }), shape),
		close: () => thread.close(),
	};
}

/** Words without room on the wide one are drawn on the tall one, however high. */
function shapesFor(shape: PictureShape = "wide"): PictureShape[] {
	return shape === "wide" ? ["wide", "tall"] : ["tall"];
}

/** In characters: platforms take 1,000 and more. */
const longestAlt = 900;

function altOf({ title, blocks }: PictureContent): string {
	const told = blocks.map(({ label, head, words, place }) =>
		[label, head, words, place].filter(Boolean).join(" – "),
	);
	const text = [title, ...told].join("\n");
	return text.length <= longestAlt ? text : `${text.slice(0, longestAlt).toWellFormed()}…`;
}
