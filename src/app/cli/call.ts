import type { Logger } from "../../domain/ports.ts";
import type { Config } from "../config.ts";
import type { Io } from "../io.ts";
import type { CommandName, Options } from "./options.ts";

/** What a command is given. */
export type Call = {
	io: Io;
	config: Config;
	log: Logger;
	command: CommandName;
	options: Options;
	positionals: string[];
};
