import { afterAll, afterEach, expect } from "vitest";
import { closeDesks } from "../../desk.ts";
import type { Session } from "./stage.ts";

type Held = Pick<Session, "violations" | "close">;

/**
 * Ends the session that a test holds, after each test, which fails where a rule of the platform was
 * broken; and the desks after all of them.
 */
export function heldSessions(): <S extends Held>(session: S) => S {
	let held: Held | undefined;
	afterEach(async () => {
		const broken = held?.violations() ?? [];
		await held?.close();
		held = undefined;
		expect(broken, "rules of the platform that were broken").toEqual([]);
	});
	afterAll(closeDesks);
	return (session) => {
		held = session;
		return session;
	};
}
