import type { Json } from "./world.ts";

/** The body of a request with files, which stand in it as attachments do in a message. */
export async function withFiles(data: Buffer, type: string): Promise<Json | null> {
	const form = await new Response(new Uint8Array(data), { headers: { "content-type": type } })
		.formData()
		.catch(() => null);
	const payload = form?.get("payload_json");
	if (!form || typeof payload !== "string") return null;
	const attachments: Json[] = [];
	for (const [key, value] of form) {
		const id = /^files\[(\d+)\]$/.exec(key)?.[1];
		if (id === undefined || typeof value === "string") continue;
		const bytes = Buffer.from(await value.arrayBuffer());
		attachments.push({ id, filename: value.name, size: bytes.length, ...sizeOf(bytes) });
	}
	return { ...(JSON.parse(payload) as Json), attachments };
}

/** Of a PNG. https://www.w3.org/TR/png/#11IHDR */
function sizeOf(bytes: Buffer): Json {
	if (bytes.toString("latin1", 1, 4) !== "PNG") return {};
	return {
		content_type: "image/png",
		width: bytes.readUInt32BE(16),
		height: bytes.readUInt32BE(20),
	};
}
