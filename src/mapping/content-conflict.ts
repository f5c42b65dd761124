import { bigramsOf, compactText } from "../model/chinese-text.ts";
import { kindsClash, kindsIn, withoutKindWords } from "../model/document-kind.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import { isGenericName } from "../model/generic-name.ts";
import type { ClauseEntry } from "./clause-entry.ts";
import type { Content } from "./content.ts";
import { specificOf } from "./topic-words.ts";

/** How much of a title's own words a clause must know for the title to be about it. */
const knownFrom = 0.25;

/** Is the document about something that the clause knows nothing of? Its title is specific, and neither title nor text has the clause's words. */
export function isElsewhere(content: Content, entry: ClauseEntry, textOf: () => string): boolean {
  const topic = withoutNames(specificOf(content.title.text), content);
  const pairs = bigramsOf(topic);
  if (topic.length < 3) return false;
  let known = 0;
  for (const pair of pairs) if (entry.vocabulary.has(pair) || entry.setting.has(pair)) known++;
  if (known / pairs.size >= knownFrom) return false;
  const head = compactText(textOf().slice(0, 600));
  return !entry.requirements.some(({ topics, words }) => {
    const wanted = topics.length > 0 ? topics : words;
    return wanted.length > 0 && wanted.every((word) => head.includes(word));
  });
}

function withoutNames(topic: string, { reading }: Content): string {
  return withoutKindWords(reading.names.reduce((left, { value }) => left.replace(compactText(value), ""), topic));
}

/** The name promises one kind of paper, the content is another: 会议纪要.docx that holds a 检查记录. */
export function kindsDisagree(file: EvidenceFile, content: Content): boolean {
  if (isGenericName(file.name.words)) return false;
  const named = kindsIn(file.name.words);
  const own = content.title.kinds;
  const found = content.reading.kind?.value;
  if (named.main === undefined || own.main === undefined) return false;
  return kindsClash(own, named.main) && kindsClash(named, own.main) && (found === undefined || kindsClash(named, found));
}
