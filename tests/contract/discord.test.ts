import { discordStage } from "../servers/discord/stage.ts";
import { describeForms } from "./adapter/forms.ts";
import { describeAdapter } from "./adapter/suite.ts";

describeAdapter(discordStage);
describeForms(discordStage);
