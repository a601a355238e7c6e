import { describeForms } from "./adapter/forms.ts";
import { describeAdapter } from "./adapter/suite.ts";
import { consoleStage } from "./console-stage.ts";

describeAdapter(consoleStage);
describeForms(consoleStage);
