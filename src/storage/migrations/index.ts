import type { Migration, MigrationProvider } from "kysely/migration";
import { up as state } from "./0001-state.ts";
import { up as sources } from "./0002-sources.ts";
import { up as feedback } from "./0003-feedback.ts";
import { up as alerts } from "./0004-alerts.ts";
import { up as collections } from "./0005-collections.ts";
import { up as installations } from "./0006-installations.ts";
import { up as tokens } from "./0007-tokens.ts";
import { up as tokenCollections } from "./0008-token-collections.ts";
import { up as translations } from "./0009-translations.ts";

/**
 * Every step from an empty state to today's, in order. A new one gets the next number, a file of its
 * own and its line here, and its tables in `tables/schema.ts`; one that was released is never changed.
 */
export const migrations: Record<string, Migration> = {
	"0001-state": { up: state },
	"0002-sources": { up: sources },
	"0003-feedback": { up: feedback },
	"0004-alerts": { up: alerts },
	"0005-collections": { up: collections },
	"0006-installations": { up: installations },
	"0007-tokens": { up: tokens },
	"0008-token-collections": { up: tokenCollections },
	"0009-translations": { up: translations },
};

export const provider: MigrationProvider = { getMigrations: async () => migrations };
