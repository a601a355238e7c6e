import { describe, expect, it } from "vitest";
import { whoseDelivery } from "../../../../../adapters/slack/installed/whose-delivery.ts";

const own = (more: object) => [{ team_id: "T1", enterprise_id: null, ...more }];

describe("whose a delivery is", () => {
	it.each<[what: string, body: unknown, whose: unknown]>([
		["an event", { team_id: "T1", authorizations: own({}) }, { team: "T1" }],
		["an event of a shared channel", { team_id: "T2", authorizations: own({}) }, { team: "T1" }],
		[
			"an event of an organisation",
			{
				team_id: "T1",
				authorizations: own({ enterprise_id: "E1", is_enterprise_install: true }),
			},
			{ team: "T1", enterprise: "E1" },
		],
		[
			"a command",
			{ team_id: "T1", enterprise_id: "E1", is_enterprise_install: "false" },
			{ team: "T1" },
		],
		[
			"a command of an organisation",
			{ team_id: "T1", enterprise_id: "E1", is_enterprise_install: "true" },
			{ team: "T1", enterprise: "E1" },
		],
		["a click", { team: { id: "T1", domain: "d" }, user: { team_id: "T9" } }, { team: "T1" }],
		[
			"a click in an organisation",
			{
				team: null,
				user: { team_id: "T1" },
				enterprise: { id: "E1" },
				is_enterprise_install: true,
			},
			{ team: "T1", enterprise: "E1" },
		],
		["nothing", {}, null],
		["no object", "T1", null],
		["ids that are none", { team_id: "T1'; --", team: { id: 5 } }, null],
	])("%s", (_, body, whose) => {
		const told = whoseDelivery(body);
		expect(
			told && { team: told.team, ...(told.enterprise ? { enterprise: told.enterprise } : {}) },
		).toEqual(whose);
	});
});
