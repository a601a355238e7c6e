import { commandsThat } from "../../src/domain/sets/commands.ts";

/**
 * What the adapter uses of Slack: the app manifest lists exactly this, and `doctor` holds the
 * token's scopes against it.
 */
export const commands = commandsThat(({ slash }) => slash);

/** Slack has a /who of its own, so that ours is called otherwise there. */
export const slashName = (command: string): string => (command === "who" ? "whois" : command);

/** Commands in which it matters who asks: with most texts they change something. */
export const managing: ReadonlySet<string> = new Set(commandsThat(({ manages }) => manages));

export const events = [
	"app_home_opened",
	"app_mention",
	"app_uninstalled",
	"message.im",
	"tokens_revoked",
] as const;

/**
 * Of an app that organisations install: told beside those above, since Slack offers them only there.
 * Whoever lets organisations install the app subscribes to them by hand (docs/slack-setup.md).
 */
export const orgEvents = ["team_access_granted", "team_access_revoked"] as const;

export const shortcut = "find_claims";
export const narrowForm = "narrow_form";
export const digestForm = "digest_form";
export const wrongForm = "wrong_form";
export const voteForm = "vote_form";

/** Scopes of the bot token, and what each is for. */
export const scopes: Readonly<Record<string, string>> = {
	"app_mentions:read": "to be asked by a mention",
	"assistant:write": "the suggested prompts and the line that says that it is searching",
	"channels:history":
		"to see whether a message arrived whose acknowledgement was lost, and whether a digest could be posted",
	"chat:write": "to answer",
	commands: "slash commands and the message shortcut",
	"files:write": "to post a picture of an answer where somebody asks for one",
	"groups:history": "the same as channels:history in private channels",
	"im:history": "direct messages",
	"mpim:history": "the same as channels:history in group messages",
	"users:read": "who is an administrator, the person's language and time zone",
};
