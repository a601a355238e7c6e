import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { setPriority } from "node:os";
import type { WorkerAnswer, WorkerOrder, WorkerSettings } from "./protocol.ts";

/** Where the processors are busy, people who wait for an answer come first. */
const niceness = 10;
/** What the child is given of the environment: it reads what strangers wrote, and needs none of our secrets. */
const passedOn = ["PATH", "HOME", "TMPDIR", "TZ", "LANG", "NODE_COMPILE_CACHE"];
/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

/** The process that reads pages, as whoever started it sees it. */
export class IntakeChild {
	readonly #process: ChildProcess;
	readonly #ended: Promise<void>;

	/** `onEnd`: told why it ended by itself; not of an end by `kill`. */
	constructor(
		settings: WorkerSettings,
		heapMb: number,
		on: { answer(answer: WorkerAnswer): void; end(reason: string): void },
	) {
		const child = fork(new URL("./worker.ts", import.meta.url), [], {
			serialization: "advanced",
			execArgv: [`--max-old-space-size=${heapMb}`],
			env: Object.fromEntries(passedOn.map((name) => [name, process.env[name]])),
			// What V8 prints where memory ends is told by the signal; a Ctrl-C is for the server.
			stdio: ["ignore", "ignore", "ignore", "ipc"],
		});
		this.#process = child;
		this.#ended = new Promise((resolve) => {
			child.once("exit", (code, signal) => {
				resolve();
				on.end(`It ended: ${signal ?? code}.`);
			});
			child.once("error", (error) => {
				// Of one that could not be started no end is told.
				if (child.pid === undefined) resolve();
				on.end(error.message);
			});
		});
		child.on("message", (answer) => on.answer(answer as WorkerAnswer));
		if (child.pid === undefined) return;
		try {
			setPriority(child.pid, niceness);
		} catch {
			// Nothing hangs on it.
		}
		this.#send(settings);
	}

	post(order: WorkerOrder): void {
		this.#send(order);
	}

	/** Whether it keeps this process alive. */
	hold(isHeld: boolean): void {
		const { channel } = this.#process;
		if (isHeld) {
			this.#process.ref();
			channel?.ref();
		} else {
			this.#process.unref();
			channel?.unref();
		}
	}

	/** Ends it where it stands, and waits for that: whatever it writes is whole at every moment. */
	async kill(): Promise<void> {
		this.#process.ref();
		this.#process.kill("SIGKILL");
		await this.#ended;
	}

	/** Processor time that it has taken so far, ms, its helpers apart, where Linux tells it; otherwise none. */
	usedMs(): number {
		try {
			const { pid } = this.#process;
			const stat = readFileSync(`/proc/${pid}/task/${pid}/stat`, "utf8");
			// Its name, in brackets, may hold blanks; the times are the 14th and 15th field.
			const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
			return (Number(fields[11]) + Number(fields[12])) * tickMs;
		} catch {
			return 0;
		}
	}

	/** What can't be sent is lost with the process, whose end is told. */
	#send(message: WorkerSettings | WorkerOrder): void {
		if (this.#process.connected) this.#process.send(message, () => {});
	}
}
