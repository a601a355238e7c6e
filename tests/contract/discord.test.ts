import { discordStage } from "../servers/discord/stage.ts";
import { describeAdapter } from "./adapter/suite.ts";

describeAdapter(discordStage);
