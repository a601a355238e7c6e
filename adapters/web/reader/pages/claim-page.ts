import type { ReadingRoom } from "../../../../src/domain/reading-room.ts";
import { clean } from "../../../shared/clean.ts";
import { html } from "../../markup/html.ts";
import { claimCard } from "../parts/claim-card.ts";
import { earlierNote } from "../parts/past.ts";
import { pictureLinks } from "../parts/picture-links.ts";
import type { Asked, Shown, Visit } from "../visit.ts";
import { notShown } from "./not-shown.ts";

/** More stand against no claim that anybody has seen. */
const mostAgainst = 12;
const mostVersions = 12;

/** A claim with all that stands against it, the corrections of it, and what stood there before. */
export function claimShown({ id }: Asked, room: ReadingRoom, visit: Visit): Shown {
	const { language, say } = visit;
	const item = room.claim(id, language);
	if (!item) return notShown({ status: 404, key: "none" }, visit);
	const { claim } = item;
	const name = clean(claim.speaker.label?.[language] ?? claim.speaker.name);
	const title = say(language, "reader.claim.title", {
		name,
		act: say(language, `act.${claim.act}`),
	});
	// The last of them may stand on the card already.
	const history = room
		.history(claim.id, language)
		.filter(({ until }) => until !== item.earlier?.until)
		.slice(0, mostVersions);
	const before =
		history.length > 0
			? html`<section><h2>${say(language, "reader.history")}</h2>${history.map((each) => earlierNote(each, visit))}</section>`
			: "";
	const picture =
		item.contradictedBy.length > 0 && !item.gone ? visit.links.picture(claim.id) : null;
	const card = claimCard(item, visit, { mostAgainst, level: 2, isOwnPage: true });
	return {
		title,
		body: html`<h1 class="small">${say(language, "reader.claim")}</h1>${card}${before}${pictureLinks(picture, visit)}`,
	};
}
