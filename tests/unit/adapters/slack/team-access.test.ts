import { expect, it } from "vitest";
import { readTeamAccess } from "../../../../adapters/slack/installed/team-access.ts";

const event = { type: "team_access_revoked", team_ids: ["T1", "T2"] };
const read = { kind: "team_access_revoked", enterprise: "E1", teams: ["T1", "T2"] };

it.each([
	["in its wrapper", { team_id: null, enterprise_id: "E1", event }],
	["in its authorization", { team_id: "T9", event, authorizations: [{ enterprise_id: "E1" }] }],
])("reads the organisation %s", (_, body) => {
	expect(readTeamAccess(body)).toEqual(read);
});

it.each([
	["another event", { enterprise_id: "E1", event: { ...event, type: "app_uninstalled" } }],
	["no organisation", { event, authorizations: [{ enterprise_id: null }] }],
	["an id that is none", { enterprise_id: "E1", event: { ...event, team_ids: ["<!here>"] } }],
	["no list", { enterprise_id: "E1", event: { type: "team_access_revoked" } }],
	["nothing", null],
])("reads nothing of %s", (_, body) => {
	expect(readTeamAccess(body)).toBeNull();
});
