/** What an operator sets; each is named in .env.example. */
export type SlackSettings = {
	/** SLACK_BOT_TOKEN */
	botToken: string;
	/** SLACK_APP_TOKEN: Socket Mode, which is preferred where both are set. */
	appToken?: string | undefined;
	/** SLACK_SIGNING_SECRET: HTTP. */
	signingSecret?: string | undefined;
	/** SLACK_API_URL: another address of the Web API. */
	apiUrl?: string | undefined;
	/** ISNAD_FOLLOW_UPS */
	followUps?: boolean | undefined;
	/** HOST and PORT, for HTTP: where the process's server is. */
	listensOn: string;
};
