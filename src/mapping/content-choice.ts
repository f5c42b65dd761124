import { kindsClash, kindsIn } from "../model/document-kind.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import { isGenericName } from "../model/generic-name.ts";
import { type Choice, chooseRequirement, type Told } from "./choose-requirement.ts";
import type { ClauseEntry } from "./clause-entry.ts";
import type { Content } from "./content.ts";
import { asContent } from "./content-signals.ts";
import { saysMore } from "./leftover.ts";

/** Which requirement of a clause the file proves, by its name and by what it says. */
export type ChooseRequirement = (entry: ClauseEntry) => Choice;

/**
 * A name that says nothing leaves the choice to the content. Where both choose and differ, or the content is plainly another kind,
 * no requirement is claimed. Text read from a picture chooses nothing: it only takes a choice back.
 */
export function requirementChooser(file: EvidenceFile, told: Told, content: Content | undefined): ChooseRequirement {
  // Without a title the kind is a guess from columns and phrases: it chooses nothing.
  if (content === undefined || content.title.text === "") return (entry) => chooseRequirement(entry, told);
  const inside: Told = { text: content.title.text, around: told.around, kinds: content.title.kinds };
  const silent = isGenericName(file.name.words) || (kindsIn(file.name.words).main === undefined && told.kinds.main === undefined);
  return (entry) => {
    // 护林员工资发放花名册 belongs to the clause of the 护林员, but it is not the list that is asked for.
    if (saysMore(content.title.text, entry)) return { reasons: [] };
    const byContent = heard(chooseRequirement(entry, inside), content);
    const byName = chooseRequirement(entry, told);
    if (silent && byName.evidence === undefined && content.title.kinds.main !== undefined)
      return content.recognised ? unsure(byName, byContent) : byContent;
    if (byName.evidence === undefined) return content.recognised || byContent.evidence === undefined ? byName : byContent;
    if (byContent.evidence !== undefined) return byContent.evidence === byName.evidence ? both(byName, byContent) : { reasons: [] };
    const wanted = entry.requirements.find(({ requirement }) => requirement.id === byName.evidence)?.kind;
    return wanted !== undefined && kindsClash(kindsIn(content.title.text), wanted) ? { reasons: [] } : byName;
  };
}

function unsure(byName: Choice, byContent: Choice): Choice {
  return byName.evidence !== undefined && byName.evidence === byContent.evidence ? both(byName, byContent) : { reasons: byContent.reasons };
}

function both(byName: Choice, byContent: Choice): Choice {
  return { ...byName, reasons: [...byName.reasons, ...byContent.reasons] };
}

function heard({ reasons, ...choice }: Choice, content: Content): Choice {
  return { ...choice, reasons: reasons.map((reason) => asContent(reason, content)) };
}
