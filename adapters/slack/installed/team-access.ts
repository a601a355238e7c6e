import { z } from "zod";
import { orgEvents } from "../surface.ts";

const id = z.string().regex(/^[A-Z0-9]{2,40}$/);
const organisation = z.object({ enterprise_id: id.nullish().catch(undefined) });

/** Slack's page shows the organisation in the wrapper, in what wraps it there, or in the authorization. */
const Delivered = z.object({
	event: z.object({ type: z.enum(orgEvents), team_ids: z.array(id).max(10_000) }),
	...organisation.shape,
	authorizations: z.array(organisation).nullish().catch(undefined),
});

/** Of an organisation's installation: the workspaces that it may act in from now on, or no more. */
export type TeamAccess = {
	kind: (typeof orgEvents)[number];
	enterprise: string;
	teams: readonly string[];
};

/**
 * Null for every other delivery, and where no organisation is named.
 * https://docs.slack.dev/reference/events/team_access_revoked
 */
export function readTeamAccess(body: unknown): TeamAccess | null {
	const { data } = Delivered.safeParse(body);
	if (!data) return null;
	const enterprise = data.authorizations?.[0]?.enterprise_id ?? data.enterprise_id;
	if (!enterprise) return null;
	return { kind: data.event.type, enterprise, teams: data.event.team_ids };
}
