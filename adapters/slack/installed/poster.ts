import type { Poster } from "../../../src/domain/digest.ts";
import { asIsnadError } from "../../../src/domain/errors.ts";
import type { Place } from "../../../src/domain/place.ts";
import type { Workspaces } from "./workspaces.ts";

/** Digests, each posted with the token of its workspace. */
export function installedPoster(workspaces: Pick<Workspaces, "of">): Poster {
	const posterIn = async ({ space }: Place) =>
		space ? ((await workspaces.of({ team: space, enterprise: undefined }))?.poster ?? null) : null;
	return {
		async post(post, signal) {
			try {
				const poster = await posterIn(post.place);
				return poster ? await poster.post(post, signal) : { kind: "closed", reason: "left" };
			} catch (error) {
				// A poster throws nothing: no token was to be had, and nothing left this machine.
				return { kind: "failed", reason: asIsnadError(error).code };
			}
		},
		async find(key, place, since, signal) {
			const poster = await posterIn(place);
			if (!poster) throw new Error("the app is not there any more");
			return poster.find(key, place, since, signal);
		},
		async retract(key, keep, place, since, signal) {
			await (await posterIn(place))?.retract?.(key, keep, place, since, signal);
		},
		// Each workspace has a token of its own, and none speaks for Slack as a whole.
		reach: async () => true,
		async tell(person, place, notice) {
			await (await posterIn(place))?.tell(person, place, notice);
		},
	};
}
