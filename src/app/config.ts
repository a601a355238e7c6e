import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Collection, defaultCollection } from "../domain/collection.ts";
import { IsnadError } from "../domain/errors.ts";
import { readRegularSync } from "../files/regular-file.ts";
import { reason, systemLimit } from "../files/system-error.ts";
import { readCollections } from "./collections/collections-file.ts";
import { isTokenKey } from "./installations/token-seal.ts";
import { projectFolder, shippedCorpus } from "./paths.ts";
import { address, isIdOnPlatform, isOrigin, isPort, onOff, text } from "./setting-forms.ts";
import { type TranslationConfig, translationOf } from "./translation-config.ts";

/** The environment, one field a setting; .env.example says what each one is for. */
export const Environment = z.object({
	SLACK_BOT_TOKEN: text,
	SLACK_APP_TOKEN: text,
	SLACK_SIGNING_SECRET: text,
	SLACK_CLIENT_ID: z
		.string()
		.trim()
		.regex(/^[\d.]{3,60}$/, "must be the client id of the Slack app, digits and a dot")
		.optional(),
	SLACK_CLIENT_SECRET: text,
	SLACK_STATE_SECRET: z
		.string()
		.trim()
		.min(16, "must have at least 16 characters")
		.max(200, "must have at most 200 characters")
		.optional(),
	ISNAD_TOKEN_KEY: z
		.string()
		.trim()
		.transform((value) => value.split(/[\s,]+/).filter(Boolean))
		.refine(
			(keys) => keys.every(isTokenKey),
			"must be 32 bytes in base64, as openssl rand -base64 32 makes them",
		)
		.optional(),
	SLACK_API_URL: address("an http or https address", /^https?:$/),
	DISCORD_TOKEN: text,
	DISCORD_API_URL: address("an http or https address", /^https?:$/),
	DISCORD_GUILD: z
		.string()
		.trim()
		.regex(/^\d{15,21}$/, "must be the id of a server, digits alone")
		.optional(),
	DISCORD_SHARDS: z
		.string()
		.trim()
		.regex(/^(auto|[1-9]\d{0,3})$/, "must be auto or a whole number from 1 to 9999")
		.transform((value) => (value === "auto" ? value : Number(value)))
		.optional(),
	ISNAD_CORPUS: text,
	ISNAD_COLLECTIONS: text,
	ISNAD_OPEN_COLLECTIONS: z
		.string()
		.trim()
		.regex(/^[1-9]\d{0,2}$/, "must be a whole number from 1 to 999")
		.transform(Number)
		.optional(),
	ISNAD_DATA: text,
	ISNAD_LEXICON: text,
	ISNAD_SEARCH_INDEX: z
		.enum(["auto", "memory", "segments"], "must be auto, memory or segments")
		.optional(),
	ISNAD_OPERATORS: z
		.string()
		.trim()
		.transform((value) => value.split(/[\s,]+/).filter(Boolean))
		.refine(
			(names) => names.every(isIdOnPlatform),
			"must be ids of people or channels such as slack:U024BE7LH,discord:80351110224678912",
		)
		.optional(),
	ISNAD_QUESTIONS_PER_MINUTE: z
		.string()
		.trim()
		.regex(/^[1-9]\d{0,5}$/, "must be a whole number from 1 to 999999")
		.transform(Number)
		.optional(),
	ISNAD_KEEP_DAYS: z
		.string()
		.trim()
		.regex(/^\d{1,5}$/, "must be a whole number of days from 0 to 99999")
		.transform(Number)
		.optional(),
	ISNAD_ANSWER_LOG: text,
	ISNAD_ANSWER_LOG_QUESTIONS: onOff,
	ISNAD_METRICS_TOKEN: z
		.string()
		.trim()
		.regex(/^[\x21-\x7e]{16,200}$/, "must be 16 to 200 characters without a space")
		.optional(),
	ISNAD_FEEDBACK: onOff,
	ISNAD_FOLLOW_UPS: onOff,
	ISNAD_ALLOW_ADDRESSES: z
		.string()
		.trim()
		.transform((value) =>
			value
				.toLowerCase()
				.split(/[\s,]+/)
				.filter(Boolean),
		)
		.refine(
			(hosts) =>
				hosts.every((host) => /^[\w.-]{1,250}:\d{1,5}$|^[\da-f:.]{2,45}:\d{1,5}$/.test(host)),
			"must be hosts with their ports such as 127.0.0.1:8080,intranet.example:80",
		)
		.optional(),
	DATABASE_URL: address("a postgres:// address", /^postgres(ql)?:$/),
	PUBLIC_URL: address("an http or https address", /^https?:$/),
	ISNAD_READER: z
		.enum(["passages", "articles", "off"], "must be passages, articles or off")
		.optional(),
	ISNAD_READER_SECRET: z
		.string()
		.trim()
		.min(16, "must have at least 16 characters")
		.max(200, "must have at most 200 characters")
		.optional(),
	ISNAD_READER_LINK_DAYS: z
		.string()
		.trim()
		.regex(/^[1-9]\d{0,3}$/, "must be a whole number from 1 to 9999")
		.transform(Number)
		.optional(),
	ISNAD_TRANSLATE_URL: address("an http or https address", /^https?:$/),
	ISNAD_TRANSLATE_KEY: text,
	ISNAD_MODEL_URL: address("an http or https address", /^https?:$/),
	ISNAD_MODEL: text,
	ISNAD_MODEL_KEY: text,
	ISNAD_TRANSLATE_CHARACTERS: z
		.string()
		.trim()
		.regex(/^[1-9]\d{0,8}$/, "must be a whole number from 1 to 999999999")
		.transform(Number)
		.optional(),
	ISNAD_TRANSLATE_WAIT: z
		.string()
		.trim()
		.regex(/^(\d{1,3}|1\d{3}|2000)$/, "must be milliseconds from 0 to 2000")
		.transform(Number)
		.optional(),
	ISNAD_API_ORIGINS: z
		.string()
		.trim()
		.transform((value) => value.split(/[\s,]+/).filter(Boolean))
		.refine(
			(origins) => origins.every(isOrigin),
			"must be origins such as https://desk.example,http://localhost:5173",
		)
		.optional(),
	HOST: text,
	PORT: z
		.string()
		.trim()
		.refine((value) => value === "" || isPort(value), "must be a whole number from 0 to 65535")
		.transform((value) => (value === "" ? undefined : Number(value)))
		.optional(),
	LOG_FORMAT: z.enum(["text", "json"], "must be text or json").optional(),
	LOG_LEVEL: z
		.enum(["debug", "info", "warn", "error"], "must be debug, info, warn or error")
		.optional(),
	NO_COLOR: z.string().optional(),
});

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
	const parsed = Environment.safeParse(withoutEmpty(env));
	if (!parsed.success) throw invalid(parsed.error);
	const e = parsed.data;
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

/** The environment with what the file `.env` in `folder` adds; what is set already stays. */
export async function environment(
	env: NodeJS.ProcessEnv,
	folder: string,
): Promise<NodeJS.ProcessEnv> {
	const file = join(folder, ".env");
	if (!existsSync(file)) return env;
	// Read here only where there is a file: most starts need no parser.
	const { parse } = await import("dotenv");
	try {
		return { ...parse(readRegularSync(file)), ...env };
	} catch (error) {
		const sentence = `${file} cannot be read${reason(error, "make it readable or remove it")}.`;
		throw systemLimit(error) ?? new IsnadError("config_invalid", sentence, { cause: error });
	}
}

function invalid(error: z.ZodError): IsnadError {
	const issue = error.issues[0];
	const setting = String(issue?.path[0] ?? "The environment");
	return new IsnadError(
		"config_invalid",
		`${setting} ${issue?.message ?? "is invalid"}: mend it in the environment or in .env.`,
		{ cause: error },
	);
}

// An empty value in .env means: not set.
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}
