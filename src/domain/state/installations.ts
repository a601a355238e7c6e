import { z } from "zod";

/**
 * One installation of the app in a workspace or, over a whole organisation, in an enterprise; or a
 * workspace that was met of such an organisation. What is secret in it is sealed before it gets here.
 */
export type InstallationRow = {
	/** Of the workspace (`T…`) or the organisation (`E…`). */
	id: string;
	/** Of the organisation whose installation holds for this workspace; then nothing is sealed here. */
	of: string | null;
	/** As the platform calls it: untrusted text. */
	name: string;
	/** Tokens and what goes with them; "" where another row holds them. */
	sealed: string;
	/** Which key opens it. */
	keyId: string;
	/** When the token is of no use any more; null for one that holds for good. */
	expiresAt: number | null;
	/** The platform takes its token no more: it rests until the app is installed again. */
	refused: boolean;
	installedAt: number;
	/** Grows with every change: who has read it can tell whether it is still as it was. */
	version: number;
};

export const StoredInstallation = z.looseObject({
	...{ id: z.string().min(1), of: z.string().nullable(), name: z.string() },
	...{ sealed: z.string(), keyId: z.string(), expiresAt: z.number().nullable() },
	...{ refused: z.boolean(), installedAt: z.number(), version: z.int() },
});

/** What a renewal writes. */
export type Renewed = Pick<InstallationRow, "sealed" | "keyId" | "expiresAt">;

/** Installations of one platform that has them; of all collections. */
export interface InstallationRows {
	/** In the place of what there was of that id; it is refused no more. */
	put(row: Omit<InstallationRow, "version" | "refused">): Promise<void>;
	/** Adds a workspace of an organisation, unless it has an installation of its own. */
	meet(row: Pick<InstallationRow, "id" | "of" | "name" | "installedAt">): Promise<void>;
	get(id: string): Promise<InstallationRow | null>;
	/** By id. */
	list(): Promise<InstallationRow[]>;
	/** With the workspaces that were met of it; their ids, none where it was not there. */
	remove(id: string): Promise<string[]>;
	/** Notes that its token is refused, unless it changed since it was read. */
	refuse(id: string, version: number): Promise<boolean>;
	/** Takes the renewal of its token; false where somebody else has it until later than `now`. */
	takeRenewal(id: string, lease: string, now: number, until: number): Promise<boolean>;
	/** Ends it, with what came of it or with nothing; false where the lease is no longer held. */
	endRenewal(id: string, lease: string, renewed: Renewed | null): Promise<boolean>;
}

/** Keeps a secret so that a copied database tells nothing of it. `about`: what it belongs to, and opens with alone. */
export interface Seal {
	/** Of the key that seals now; others open what they sealed before. */
	readonly keyId: string;
	seal(text: string, about: string): { sealed: string; keyId: string };
	/** Errors: `config_invalid` where its key is not there, `data_invalid` where it was changed. */
	open(kept: { sealed: string; keyId: string }, about: string): string;
}
