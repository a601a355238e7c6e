import { ComponentType, type RawFile } from "discord.js";
import type { Say } from "../../../src/domain/messages.ts";
import type { Picture } from "../../../src/domain/picture.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { limits } from "../limits.ts";
import { directed, plain, shortened } from "./markup.ts";
import { body, type MessageBody, text } from "./message.ts";

export type PictureMessage = { message: MessageBody; file: RawFile };

/** Of whoever shared it. */
const mostName = 60;
const fileName = "isnad.png";

/** A message with a picture alone, and who shared it. */
export function layPicture(
	picture: Picture,
	{ sharedBy, language }: { sharedBy: string; language: Language },
	say: Say,
): PictureMessage {
	const name = plain(directed(shortened(sharedBy, mostName), language));
	const media = { url: `attachment://${fileName}` };
	const description = shortened(picture.alt, limits.mediaDescription);
	return {
		message: body([
			text(`-# ${say(language, "discord.shared_by", { name })}`),
			{ type: ComponentType.MediaGallery, items: [{ media, description }] },
		]),
		file: { name: fileName, data: Buffer.from(picture.png), contentType: "image/png" },
	};
}
