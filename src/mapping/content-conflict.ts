import { bigramsOf } from "../model/chinese-text.ts";
import { kindsClash, kindsIn, withoutKindWords } from "../model/document-kind.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import { isGenericName } from "../model/generic-name.ts";
import type { ClauseEntry } from "./clause-entry.ts";
import { compactTerms } from "./compact-terms.ts";
import type { Content } from "./content.ts";
import { tellingPart } from "./leftover.ts";

/** How much of a title's own words a clause must know for the title to be about it. */
const knownFrom = 0.25;

/** Below this a text is too short to miss anything in it. */
const tellingLength = 40;

export interface Doubt {
  readonly file: EvidenceFile;
  /** The title has the words of another clause. */
  readonly rivalled: boolean;
  /** What gives the file to the clause. */
  readonly from: "folder" | "name";
  readonly textOf: () => string;
}

/**
 * Is the document about something that the clause knows nothing of? Neither its title nor the head of its text has the words of a
 * requirement, and its title speaks of something else; or, where only the file's name gives it to the clause, of nothing that bears it out.
 */
export function isElsewhere(content: Content, entry: ClauseEntry, { file, rivalled, from, textOf }: Doubt): boolean {
  if (bearsOut(content.title.text, entry)) return false;
  const nameAlone = from === "name" && content.reading.length >= tellingLength;
  if (!rivalled && !nameAlone && !isForeign(content.title.text, entry)) return false;
  if (!rivalled && from === "folder" && isSupporting(file, content)) return false;
  return !bearsOut(compactTerms(textOf().slice(0, 600)), entry);
}

/** What experts say on a matter goes with its papers; the 文种 意见 is what an office sends out. */
const expertOpinion = /(?:论证|评审|审查|验收|复核|专家)意见/gu;

/**
 * 充电桩建设进度.xlsx in the folder of 电动自行车火灾防范: a sheet of no kind that a 细则 asks for, filed under its own right name, goes with
 * the clause's papers. It is never one of those that are asked for, so that the folder is enough; scans and names of other matters are not.
 */
function isSupporting(file: EvidenceFile, { title, recognised }: Content): boolean {
  if (recognised || title.text.length < 4 || isGenericName(file.name.words)) return false;
  if (!compactTerms(file.name.words).includes(title.text)) return false;
  return kindsIn(title.text.replace(expertOpinion, "")).main === undefined;
}

function isForeign(title: string, entry: ClauseEntry): boolean {
  const topic = withoutKindWords(tellingPart(title));
  const pairs = bigramsOf(topic);
  if (pairs.size === 0) return false;
  let known = 0;
  for (const pair of pairs) if (entry.vocabulary.has(pair) || entry.setting.has(pair)) known++;
  return known / pairs.size < knownFrom;
}

/** The text has every topic of a requirement, or the clause's title. */
function bearsOut(text: string, entry: ClauseEntry): boolean {
  if (entry.core.length >= 3 && text.includes(entry.core)) return true;
  return entry.requirements.some(({ topics, words, name }) => {
    const wanted = topics.length > 0 ? topics : words.length > 0 ? words : [name];
    return wanted.every((word) => text.includes(word));
  });
}

/**
 * The name promises one kind of paper, the document's title is that of another, and what the text looks like agrees with the title:
 * 会议纪要.docx that holds a 检查记录. Pictures alone in a document (照片) need no title.
 */
export function kindsDisagree(file: EvidenceFile, content: Content): boolean {
  if (isGenericName(file.name.words)) return false;
  const named = kindsIn(file.name.words);
  const found = content.reading.kind?.value;
  if (named.main === undefined) return false;
  if (content.title.text === "") return found === "照片" && kindsClash(named, found);
  const own = kindsIn(content.title.text);
  if (own.main === undefined) return false;
  return kindsClash(own, named.main) && kindsClash(named, own.main) && (found === undefined || kindsClash(named, found));
}
