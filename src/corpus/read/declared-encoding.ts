/** The encoding that an HTML or XML file declares in its first 2 KB, if any. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
	const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
	const found =
		/^\s{0,20}<\?xml[^>]{0,100}encoding\s{0,5}=\s{0,5}["']([\w-]{2,40})/i.exec(head) ??
		/<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(head);
	return found?.[1]?.toLowerCase();
}
