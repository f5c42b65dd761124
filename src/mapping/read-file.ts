import type { EvidenceFile } from "../model/evidence-file.ts";
import type { LinkReason } from "../model/mapping.ts";
import type { Readings } from "../model/reading.ts";
import type { ClauseIndex } from "./clause-index.ts";
import type { Against, Rivalry } from "./combine.ts";
import { type Content, readContent } from "./content.ts";
import { isElsewhere, kindsDisagree } from "./content-conflict.ts";
import { titleSignals, wordSignals } from "./content-signals.ts";
import { addSignal, type Signals } from "./signal.ts";
import { openingWords, subjectWords, unitNames } from "./subject-line.ts";
import { buildTextIndex, type TextIndex } from "./text-index.ts";
import { rankText } from "./text-ranking.ts";

/** What was read of one file, ready to be asked; text is fetched only for who asks. */
export interface FileContent {
  readonly content: Content;
  /** What its title says. */
  readonly title: (clauses: ReadonlySet<string>) => Signals;
  /** What its subject line, its first sentences and its whole wording say; for files that nothing else settles. */
  readonly text: (clauses: ReadonlySet<string>) => Signals;
  /** What in it speaks against a clause that folder or name give it. */
  readonly against: Against;
}
export type ReadFile = (file: EvidenceFile) => FileContent | undefined;

/** The ranking's index is built when the first file needs it. */
export function fileReader(index: ClauseIndex, readings: Readings): ReadFile {
  const names = unitNames(index.entries.flatMap((entry) => [...entry.owners]));
  let built: TextIndex | undefined;
  const textIndex = (): TextIndex => (built ??= buildTextIndex(index.requirements.items));
  return (file) => {
    const reading = readings.of(file.path);
    const content = reading === undefined ? undefined : readContent(reading, names);
    if (content === undefined) return undefined;
    const textOf = (): string => readings.textOf(file.path) ?? "";
    return {
      content,
      title: (clauses) => titleSignals(content, file, index, clauses),
      text: (clauses) => textSignals(textOf(), content, names, { file, index, clauses, textIndex }),
      against: (clause, from, rivalry) => against(clause, from, rivalry, { file, content, index, textOf }),
    };
  };
}

interface Asked {
  readonly file: EvidenceFile;
  readonly index: ClauseIndex;
  readonly clauses: ReadonlySet<string>;
  readonly textIndex: () => TextIndex;
}

function textSignals(text: string, content: Content, names: readonly string[], asked: Asked): Signals {
  const signals: Signals = new Map();
  if (text === "") return signals;
  for (const words of [subjectWords(text, content, names), openingWords(text, content, names)]) {
    if (words === undefined) continue;
    for (const [clause, signal] of wordSignals(words, content, asked)) addSignal(signals, clause, signal);
  }
  for (const [clause, signal] of rankText(text, content, asked.textIndex())) addSignal(signals, clause, signal);
  return signals;
}

interface Objected {
  readonly file: EvidenceFile;
  readonly content: Content;
  readonly index: ClauseIndex;
  readonly textOf: () => string;
}

function against(
  clause: string,
  from: "folder" | "name",
  rivalry: Rivalry,
  { file, content, index, textOf }: Objected,
): readonly LinkReason[] {
  const entry = index.byId.get(clause);
  if (entry === undefined) return [];
  const { quote, at } = content;
  const disagree = kindsDisagree(file, content);
  const elsewhere = rivalry === "named" || disagree || isElsewhere(content, entry, { file, rivalled: rivalry === "hinted", from, textOf });
  if (!elsewhere) return [];
  return from === "folder" && !disagree
    ? [{ code: "folder-content-disagree", folder: file.folders.at(-1)?.text ?? "", quote, at }]
    : [{ code: "name-content-disagree", quote, at }];
}
