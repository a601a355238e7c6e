import { z } from "zod";

const id = z.string().regex(/^[A-Z0-9]{2,40}$/);
const may = <T extends z.ZodType>(of: T) => of.nullish().catch(undefined);

/** What of a delivery tells whose it is; the forms differ by kind. https://docs.slack.dev/apis/events-api */
const Delivered = z.object({
	team_id: may(id),
	enterprise_id: may(id),
	is_enterprise_install: may(z.union([z.boolean(), z.enum(["true", "false"])])),
	team: may(z.object({ id, enterprise_id: may(id) })),
	enterprise: may(z.object({ id })),
	user: may(z.object({ team_id: may(id) })),
	authorizations: may(
		z.array(
			z.object({
				team_id: may(id),
				enterprise_id: may(id),
				is_enterprise_install: may(z.boolean()),
			}),
		),
	),
});

/** The workspace that a delivery is for, and the organisation above it where the app is installed over all of it. */
export type WhoseDelivery = { team: string | undefined; enterprise: string | undefined };

/** Null where it tells of no workspace. In a shared channel the installation is named, not who wrote. */
export function whoseDelivery(body: unknown): WhoseDelivery | null {
	const { data } = Delivered.safeParse(body);
	if (!data) return null;
	const [installed] = data.authorizations ?? [];
	const team = installed?.team_id ?? data.team_id ?? data.team?.id ?? data.user?.team_id;
	const isOrg = installed?.is_enterprise_install ?? String(data.is_enterprise_install) === "true";
	const enterprise = isOrg
		? (installed?.enterprise_id ?? data.enterprise_id ?? data.enterprise?.id)
		: undefined;
	if (!team && !enterprise) return null;
	return { team: team ?? undefined, enterprise: enterprise ?? undefined };
}
