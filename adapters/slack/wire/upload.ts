import type { SlackApi } from "./api.ts";
import { NoAnswer } from "./checked-fetch.ts";
import { SlackFailure } from "./failure.ts";

export type Upload = {
	name: string;
	title: string;
	/** For whoever cannot see it; at most 1,000 characters. */
	alt: string;
	data: Uint8Array;
	channel: string;
	thread: string | null;
	/** Stands above it, in Slack's markup. */
	comment?: string | undefined;
};

const timeoutMs = 15_000;

/**
 * A file for everybody in a channel, in Slack's three steps: an address, the bytes, the message. The first
 * two show nobody anything and may be repeated. Errors: `SlackFailure`, `unknown` of the message alone.
 * https://docs.slack.dev/messaging/working-with-files#uploading_files
 */
export async function upload(api: SlackApi, file: Upload, apiUrl?: string): Promise<void> {
	const { name, title, alt, data, channel, thread, comment } = file;
	const id = await api
		.repeatable(async () => {
			const place = await api.client.files.getUploadURLExternal({
				...{ filename: name, length: data.length, alt_txt: alt },
			});
			if (!place.upload_url || !place.file_id) throw new NoAnswer("no address for a file");
			await send(place.upload_url, data, apiUrl);
			return place.file_id;
		})
		.catch((error: unknown) => {
			throw unshown(error);
		});
	await api.single(() =>
		api.client.files.completeUploadExternal({
			files: [{ id, title }],
			channel_id: channel,
			...(thread ? { thread_ts: thread } : {}),
			...(comment ? { initial_comment: comment } : {}),
		} as Parameters<typeof api.client.files.completeUploadExternal>[0]),
	);
}

/** Whatever became of the bytes, nobody sees them. */
function unshown(error: unknown): unknown {
	if (!(error instanceof SlackFailure) || error.failure.kind !== "unknown") return error;
	return new SlackFailure({ kind: "unsent", reason: error.failure.reason });
}

/** The bytes go to Slack alone, whatever an answer names. */
async function send(address: string, data: Uint8Array, apiUrl: string | undefined): Promise<void> {
	const { protocol, hostname, host } = new URL(address);
	const isSlack = protocol === "https:" && /(^|\.)slack\.com$/.test(hostname);
	if (!isSlack && (apiUrl === undefined || host !== new URL(apiUrl).host))
		throw new SlackFailure({ kind: "unsent", reason: "upload_address" });
	const response = await fetch(address, {
		method: "POST",
		body: new Uint8Array(data),
		headers: { "content-type": "image/png" },
		redirect: "error",
		signal: AbortSignal.timeout(timeoutMs),
	});
	await response.body?.cancel();
	if (!response.ok) throw new NoAnswer(`HTTP ${response.status} for a file`);
}
