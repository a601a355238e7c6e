import { slackStage } from "../servers/slack/stage.ts";
import { describeForms } from "./adapter/forms.ts";
import { describeAdapter } from "./adapter/suite.ts";

describeAdapter(slackStage("socket"));
describeAdapter(slackStage("http"));
describeForms(slackStage("socket"));
describeForms(slackStage("http"));
