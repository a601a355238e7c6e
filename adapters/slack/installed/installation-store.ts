import { z } from "zod";
import { IsnadError } from "../../../src/domain/errors.ts";
import type { Clock } from "../../../src/domain/ports.ts";
import type {
	InstallationRow,
	InstallationRows,
	Seal,
} from "../../../src/domain/state/installations.ts";
import { clean } from "../../shared/clean.ts";

const Named = z.object({
	id: z.string().regex(/^[A-Z0-9]{2,40}$/),
	name: z.exactOptional(z.string()),
});

/** What is kept of an installation, as far as a bot needs it. */
export const Kept = z.object({
	team: Named.optional(),
	enterprise: Named.optional(),
	isEnterpriseInstall: z.boolean(),
	user: z.object({ id: z.string() }),
	bot: z.object({
		token: z.string().min(1),
		refreshToken: z.exactOptional(z.string()),
		/** Seconds since the epoch. */
		expiresAt: z.exactOptional(z.number()),
		scopes: z.array(z.string()),
		id: z.string(),
		userId: z.string(),
	}),
});
export type Kept = z.infer<typeof Kept>;

/** An installation as it was read, with what tells whether it is still as it was. */
export type ReadInstallation = Pick<InstallationRow, "id" | "version" | "refused" | "expiresAt"> & {
	kept: Kept;
};

export type InstallationParts = { rows: InstallationRows; seal: Seal; now: Clock };

/**
 * Installations over the state: what is secret is sealed under the operator's key, bound to the
 * workspace or organisation that it is of.
 */
export class SlackInstallations {
	readonly rows: InstallationRows;
	readonly #seal: Seal;
	readonly #now: Clock;

	constructor({ rows, seal, now }: InstallationParts) {
		this.rows = rows;
		this.#seal = seal;
		this.#now = now;
	}

	/** In the place of what there was. Errors: `data_invalid` where it is not said whose it is. */
	async put(kept: Kept): Promise<void> {
		const { data, error } = Kept.safeParse(kept);
		if (error) throw unreadable(error);
		const { id, name } = whose(data);
		if (id === "") throw unreadable();
		await this.rows.put({ id, of: null, name, installedAt: this.#now(), ...this.sealed(data) });
	}

	/** What a row holds of it. */
	sealed(kept: Kept): Pick<InstallationRow, "sealed" | "keyId" | "expiresAt"> {
		const { expiresAt } = kept.bot;
		return {
			...this.#seal.seal(JSON.stringify(kept), aboutOf(whose(kept).id)),
			expiresAt: expiresAt === undefined ? null : expiresAt * 1_000,
		};
	}

	/** The workspace's own installation, else its organisation's; null where the app is not installed. */
	async find(team: string | undefined, enterprise?: string): Promise<ReadInstallation | null> {
		const own = team ? await this.rows.get(team) : null;
		if (own && own.of === null) return this.#read(own);
		const above = own?.of ?? enterprise;
		return above ? this.findOwn(above) : null;
	}

	/** Of a workspace or an organisation itself. */
	async findOwn(id: string): Promise<ReadInstallation | null> {
		const row = await this.rows.get(id);
		return row && row.of === null ? this.#read(row) : null;
	}

	#read({ id, version, refused, expiresAt, ...row }: InstallationRow): ReadInstallation {
		const { data, error } = Kept.safeParse(JSON.parse(this.#seal.open(row, aboutOf(id))));
		if (error || whose(data).id !== id) throw unreadable(error);
		return { id, version, refused, expiresAt, kept: data };
	}
}

/** Whose installation it is: a workspace's, or a whole organisation's. */
export function whose({ isEnterpriseInstall, team, enterprise }: Kept): {
	id: string;
	name: string;
} {
	const of = isEnterpriseInstall ? enterprise : team;
	return { id: of?.id ?? "", name: clean(of?.name ?? "").slice(0, 120) };
}

function aboutOf(id: string): string {
	return `slack installation ${id}`;
}

function unreadable(cause?: unknown): IsnadError {
	const sentence = "What is kept of an installation cannot be read: install the app there again.";
	return new IsnadError("data_invalid", sentence, { cause });
}
