import { slackStage } from "../servers/slack/stage.ts";
import { describeAdapter } from "./adapter/suite.ts";

describeAdapter(slackStage("socket"));
describeAdapter(slackStage("http"));
