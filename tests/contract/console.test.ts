import { describeAdapter } from "./adapter/suite.ts";
import { consoleStage } from "./console-stage.ts";

describeAdapter(consoleStage);
