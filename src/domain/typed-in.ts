import type { Incoming, TypedText } from "./chat.ts";

/** What a person typed; nothing where something was clicked or chosen. */
export function typedIn(incoming: Incoming): TypedText {
	switch (incoming.kind) {
		case "command":
		case "message":
			return incoming;
		case "request":
			return { name: incoming.name, text: incoming.request.text };
		default:
			return {};
	}
}
