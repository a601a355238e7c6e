import { join, resolve } from "node:path";
import { type Collection, defaultCollection } from "../domain/collection.ts";
import { readCollections } from "./collections/collections-file.ts";
import { readEnvironment } from "./environment.ts";
import { projectFolder, shippedCorpus } from "./paths.ts";
import { type TranslationConfig, translationOf } from "./translation-config.ts";

/** More than a person types, fewer than a program sends. */
const defaultQuestionsPerMinute = 20;
/** Collections beside the default one that are in memory at a time. */
const defaultMostOpen = 8;

export type Config = {
	/** Which collection the corpus is. */
	collection: string;
	/** All but the default one, as the operator names them; none without ISNAD_COLLECTIONS. */
	collections: readonly Collection[];
	/** Of these: that are open at a time. */
	mostOpen: number;
	/** Folder of the corpus that is served. */
	corpus: string;
	/** True for the corpus that comes with the program. */
	shipped: boolean;
	/** Folder for what the program keeps: index snapshots, history, later its state. */
	data: string;
	/** Folder of the operator's own lexicon files. */
	lexicon: string | undefined;
	/** Which index searches the passages; `auto` goes by their number. */
	searchIndex: "auto" | "memory" | "segments";
	databaseUrl: string | undefined;
	/** People and channels that may do what only some may, as `slack:U024BE7LH`. */
	operators: ReadonlySet<string>;
	/** That one person may ask. */
	questionsPerMinute: number;
	/** Whether readers are asked if an answer is right. */
	feedback: boolean;
	/** Whether the bot goes on in its own threads without being named. */
	followUps: boolean;
	/** Whether answers can be shared as pictures. */
	pictures: boolean;
	/** Hosts with their ports that are fetched from although they are inside of a network. */
	allowAddresses: ReadonlySet<string>;
	/** Days after which conversations and feedback are dropped; undefined: as long as each is of use. */
	keepDays: number | undefined;
	/** Where each answer is noted for audit, and whether with its question. */
	answerLog: { file: string; questions: boolean } | undefined;
	/** What opens `/metrics` and `/readyz` from beyond this machine. */
	metricsToken: string | undefined;
	publicUrl: string | undefined;
	reader: {
		/** What its pages show of an article: what is cited with its neighbours, or the whole text. */
		shows: "passages" | "articles" | "off";
		secret: string | undefined;
		/** Days for which a link in a message holds; for good where absent. */
		linkDays: number | undefined;
	};
	/** Nothing is sent to any translator where it is undefined. */
	translation: TranslationConfig | undefined;
	/** Origins whose pages may ask the API and MCP over HTTP. */
	apiOrigins: readonly string[];
	host: string;
	port: number;
	/** Whether a port was named: then it is listened on, whatever is served. */
	isPortSet: boolean;
	log: { format: "text" | "json"; level: "debug" | "info" | "warn" | "error" };
	color: boolean;
	slack: {
		botToken: string | undefined;
		appToken: string | undefined;
		signingSecret: string | undefined;
		apiUrl: string | undefined;
		/** By which workspaces install the app; see `isInstalledBySlack`. */
		clientId: string | undefined;
		clientSecret: string | undefined;
		stateSecret: string | undefined;
	};
	/** Under which tokens of installations are kept: the first one seals, all open. */
	tokenKeys: readonly string[];
	discord: {
		token: string | undefined;
		apiUrl: string | undefined;
		/** The one server that gets the commands, for development. */
		guild: string | undefined;
		/** Connections to the gateway. */
		shards: "auto" | number;
	};
};

/** Reads the settings once. Errors: `config_invalid`, which names the setting. */
export function readConfig(env: NodeJS.ProcessEnv, options: { corpus?: string } = {}): Config {
	const e = readEnvironment(env);
	const chosen = options.corpus ?? e.ISNAD_CORPUS;
	const corpus = resolve(chosen ?? shippedCorpus);
	const { ISNAD_COLLECTIONS: file } = e;
	return {
		collection: defaultCollection,
		collections: file === undefined ? [] : readCollections(resolve(file)),
		mostOpen: e.ISNAD_OPEN_COLLECTIONS ?? defaultMostOpen,
		corpus,
		shipped: corpus === resolve(shippedCorpus),
		data: resolve(e.ISNAD_DATA ?? join(projectFolder, "data")),
		lexicon: e.ISNAD_LEXICON === undefined ? undefined : resolve(e.ISNAD_LEXICON),
		searchIndex: e.ISNAD_SEARCH_INDEX ?? "auto",
		databaseUrl: e.DATABASE_URL,
		operators: new Set(e.ISNAD_OPERATORS),
		questionsPerMinute: e.ISNAD_QUESTIONS_PER_MINUTE ?? defaultQuestionsPerMinute,
		feedback: e.ISNAD_FEEDBACK !== "off",
		followUps: e.ISNAD_FOLLOW_UPS === "on",
		pictures: e.ISNAD_PICTURES !== "off",
		allowAddresses: new Set(e.ISNAD_ALLOW_ADDRESSES),
		keepDays: e.ISNAD_KEEP_DAYS || undefined,
		answerLog: e.ISNAD_ANSWER_LOG
			? { file: resolve(e.ISNAD_ANSWER_LOG), questions: e.ISNAD_ANSWER_LOG_QUESTIONS === "on" }
			: undefined,
		metricsToken: e.ISNAD_METRICS_TOKEN,
		publicUrl: e.PUBLIC_URL,
		reader: {
			shows: e.ISNAD_READER ?? "passages",
			secret: e.ISNAD_READER_SECRET,
			linkDays: e.ISNAD_READER_LINK_DAYS,
		},
		translation: translationOf(e),
		apiOrigins: e.ISNAD_API_ORIGINS ?? [],
		host: e.HOST ?? "127.0.0.1",
		port: e.PORT ?? 3000,
		isPortSet: e.PORT !== undefined,
		log: { format: e.LOG_FORMAT ?? "text", level: e.LOG_LEVEL ?? "info" },
		color: !e.NO_COLOR,
		slack: {
			botToken: e.SLACK_BOT_TOKEN,
			appToken: e.SLACK_APP_TOKEN,
			signingSecret: e.SLACK_SIGNING_SECRET,
			apiUrl: e.SLACK_API_URL,
			clientId: e.SLACK_CLIENT_ID,
			clientSecret: e.SLACK_CLIENT_SECRET,
			stateSecret: e.SLACK_STATE_SECRET,
		},
		tokenKeys: e.ISNAD_TOKEN_KEY ?? [],
		discord: {
			token: e.DISCORD_TOKEN,
			apiUrl: e.DISCORD_API_URL,
			guild: e.DISCORD_GUILD,
			shards: e.DISCORD_SHARDS ?? 1,
		},
	};
}
