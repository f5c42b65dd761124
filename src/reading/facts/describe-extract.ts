import { compactText } from "../../model/chinese-text.ts";
import type { Extract, Reading } from "../../model/reading.ts";
import { countBlanks } from "./count-blanks.ts";
import { countPersonal } from "./count-personal.ts";
import { findAddressee } from "./find-addressee.ts";
import { findAttachments } from "./find-attachments.ts";
import { findDateFaults } from "./find-date-faults.ts";
import { findCites, findDocNumber } from "./find-doc-number.ts";
import { findElements } from "./find-elements.ts";
import { findFaults } from "./find-faults.ts";
import { findFigureFaults } from "./find-figure-faults.ts";
import { findIssueDate } from "./find-issue-date.ts";
import { findHeadIssuer } from "./find-issuer.ts";
import { findKind } from "./find-kind.ts";
import { findLevelWords } from "./find-level-words.ts";
import { findNames } from "./find-names.ts";
import { findPledgesSigned } from "./find-pledges-signed.ts";
import { findSecrecy } from "./find-secrecy.ts";
import { findSignature } from "./find-signature.ts";
import { findSignatureLines } from "./find-signature-lines.ts";
import { findTitle } from "./find-title.ts";
import { findYears } from "./find-years.ts";
import { fingerprint } from "./fingerprint.ts";
import { toPaper } from "./paper-lines.ts";

/**
 * Text and format → what the document says: title, 文号, 成文日期, issuer, kind …, each with its place. A fact that is not plainly there is absent.
 * The file name is handed over with every document and is no source here: what a name says is read from the name.
 */
export const describeExtract: (extract: Extract, name: string) => Reading = (extract) => {
  const paper = toPaper(extract);
  const compact = compactText(extract.blocks.map(({ text }) => text).join("\n"));
  const { title, bodyFrom } = findTitle(paper);
  const docNumber = findDocNumber(paper, bodyFrom);
  const elements = findElements(paper);
  const kind = findKind(extract, paper, title, elements);
  const signature = findSignature(paper, bodyFrom);
  const figureFaults = findFigureFaults(paper);
  const issue = findIssueDate(paper, bodyFrom, signature.date, kind?.value, extract.picture);
  return {
    ...withoutGaps({
      ...passedOn(extract),
      title,
      docNumber,
      issuedOn: issue?.issuedOn,
      issuedFrom: issue?.issuedFrom,
      headIssuer: findHeadIssuer(paper),
      signedBy: signature.signedBy,
      addressee: findAddressee(paper, bodyFrom),
      kind,
      secrecy: findSecrecy(paper),
      personal: countPersonal(paper),
      figureFaults: figureFaults.length === 0 ? undefined : figureFaults,
      pledges: findPledgesSigned(paper),
      levelWords: findLevelWords(paper),
      signatureLines: findSignatureLines(paper),
      fingerprint: fingerprint(compact),
    }),
    format: extract.format,
    length: compact.length,
    ...findDateFaults(paper),
    ...findFaults(paper),
    ...countBlanks(paper, issue !== undefined),
    elements,
    years: findYears(paper),
    names: findNames(paper),
    cites: findCites(paper, docNumber),
    attachments: findAttachments(paper),
  };
};

function passedOn({ pages, picturePages, macros, cut, picture, createdOn, blocks }: Extract) {
  const nothing = blocks.length === 0 && picture === undefined && (picturePages ?? 0) === 0;
  return { failure: nothing ? ("no-content" as const) : undefined, pages, picturePages, macros, cut, picture, createdOn };
}

function withoutGaps<T extends object>(facts: T): { readonly [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    readonly [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
