import { fileURLToPath } from "node:url";

/** The project's own folder, whatever folder it is started from. */
export const projectFolder: string = fileURLToPath(new URL("../..", import.meta.url));
/** Language data, messages and the shipped corpus. */
export const indexDataFolder: string = fileURLToPath(new URL("../../index-data", import.meta.url));
export const shippedCorpus: string = fileURLToPath(
	new URL("../../index-data/corpus", import.meta.url),
);
