import { parentPort, workerData } from "node:worker_threads";
import { asIsnadError } from "../../../domain/errors.ts";
import { systemCode } from "../../../files/system-error.ts";
import { LocalBuilder } from "../../../search/segments/keeping/segment-builder.ts";
import type { BuildSettings } from "./build-thread.ts";
import type { BuildOrder, BuildReport } from "./messages.ts";
import { SegmentFolder } from "./segment-folder.ts";

/** The thread that writes and merges segments. */
const { folder, stopWords } = workerData as BuildSettings;
const builder = new LocalBuilder(new SegmentFolder(folder), stopWords);

parentPort?.on("message", async ({ id, job }: BuildOrder) => {
	const post = (report: BuildReport) => parentPort?.postMessage(report);
	try {
		post({ id, isMade: await builder.build(job) });
	} catch (error) {
		const { code, message } = asIsnadError(error);
		post({ id, failed: message, code, system: systemCode(error) });
	}
});
