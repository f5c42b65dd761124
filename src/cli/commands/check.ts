import { type ScopedView, scopedView } from "../../report/scoped-view.ts";
import { composeScorecardJson } from "../../report/scorecard-json.ts";
import { viewOf } from "../../report/view.ts";
import { complainAll, mentionLint, refuseInput } from "../complain.ts";
import type { CheckOptions, Environment } from "../environment.ts";
import type { ExitCode } from "../exit-codes.ts";
import { loadAssessment } from "../load-assessment.ts";
import { checkText } from "../print/check-text.ts";
import { painter } from "../print/painter.ts";
import { chooseScope } from "../scope.ts";
import { verdictOf } from "../verdict.ts";

/** `check`: what is missing, what it costs, and what would win it back. Writes nothing. */
export async function checkCommand(options: CheckOptions, environment: Environment): Promise<ExitCode> {
  const loaded = await loadAssessment(options, environment);
  if (!loaded.ok) return refuseInput(loaded.errors, loaded.warnings, environment, options.json);
  const { scorecard } = loaded.value;
  const choice = chooseScope(options, scorecard);
  if (!choice.ok) return refuseInput([choice.error], [], environment, options.json);
  const view: ScopedView = scopedView(viewOf(scorecard), choice.scope ?? { kind: "district" });
  if (options.json === true) environment.print(`${JSON.stringify(composeScorecardJson(scorecard, choice.scope), null, 2)}\n`);
  else if (options.quiet !== true) {
    complainAll(loaded.warnings, environment);
    mentionLint(loaded.value.lintRemarks, loaded.value.workspace.criteria, environment);
    environment.print(checkText(view, { all: options.all === true, paint: painter(environment, options), columns: environment.columns }));
  }
  return verdictOf(view.gaps, view.files);
}
