import type { Poster } from "../../src/domain/digest.ts";
import type { Say } from "../../src/domain/messages.ts";
import { layOut, type Screen } from "./layout.ts";
import { layOutNotice } from "./notice.ts";

/** Where a text goes that nobody at the terminal has just asked for. */
export type Show = (text: string) => void;

/** Digests at a terminal. What an earlier process showed went with its terminal, so nothing is found. */
export function createConsolePoster(say: Say, screen: () => Screen, show: Show): Poster {
	return {
		async post({ key, answer }) {
			show(layOut(answer, say, screen()));
			return { kind: "sent", message: key };
		},
		find: async () => null,
		async tell(_person, _place, notice) {
			show(layOutNotice(notice, screen()));
		},
	};
}
