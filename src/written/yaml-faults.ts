import type { Document, ErrorCode, YAMLError } from "yaml";
import type { Diagnostic, Problem, YamlFault } from "../model/diagnostic.ts";
import type { SourceText } from "../model/place.ts";
import { type Span, sourcePlace } from "./sheet.ts";
import { headsOfChains, slipBehind } from "./yaml-slips.ts";

const faults = {
  ALIAS_PROPS: "alias",
  BAD_ALIAS: "alias",
  BAD_COLLECTION_TYPE: "unexpected",
  BAD_DIRECTIVE: "reserved-character",
  BAD_DQ_ESCAPE: "quote",
  BAD_INDENT: "indentation",
  BAD_PROP_ORDER: "unexpected",
  BAD_SCALAR_START: "reserved-character",
  BLOCK_AS_IMPLICIT_KEY: "colon-in-value",
  BLOCK_IN_FLOW: "missing-comma",
  DUPLICATE_KEY: "unexpected",
  IMPOSSIBLE: "unexpected",
  KEY_OVER_1024_CHARS: "missing-colon",
  MISSING_CHAR: "bracket",
  MULTILINE_IMPLICIT_KEY: "missing-colon",
  MULTIPLE_ANCHORS: "alias",
  MULTIPLE_DOCS: "many-documents",
  MULTIPLE_TAGS: "tag",
  NON_STRING_KEY: "unexpected",
  RESOURCE_EXHAUSTION: "too-large",
  TAB_AS_INDENT: "tab",
  TAG_RESOLVE_FAILED: "tag",
  UNEXPECTED_TOKEN: "unexpected",
} as const satisfies Record<ErrorCode, YamlFault>;

/** `title：`, `points:12`: a colon that YAML takes for a letter. */
const wrongColon = /^[ \t]*(?:-[ \t]+)*([A-Za-z][A-Za-z]*)(?:\s*(：)|(:)(?=[^\s]))/u;

/** What keeps the text from being read at all, nothing when it can be. */
export function syntaxProblems(document: Document, source: SourceText): readonly Diagnostic[] {
  const broken = [...document.errors, ...document.warnings];
  const colons = broken.length === 0 ? [] : wrongColons(source);
  // A wrong colon makes the library complain about other lines too: say the cause, not the consequences.
  if (colons.length > 0) return colons;
  return headsOfChains(broken, source.text).map((error) => {
    const slip = slipBehind(error, broken, source.text);
    if (slip !== undefined) return diagnostic(source, slip.span, slip.problem);
    return diagnostic(source, placeOfError(error, source.text), { code: "yaml-syntax", detail: faultOf(error) });
  });
}

function faultOf(error: YAMLError): YamlFault {
  if (error.code === "MISSING_CHAR" && /quote/u.test(error.message)) return "quote";
  if (error.code === "BAD_INDENT" && /end with a/u.test(error.message)) return "bracket";
  if (error.code === "UNEXPECTED_TOKEN" && /scalar at node end/u.test(error.message)) return "quote";
  return faults[error.code];
}

/** An unclosed quote is reported at the end of the file; what a person looks for is where it was opened. */
function placeOfError(error: YAMLError, text: string): Span {
  const [from, to] = error.pos;
  if (error.code === "MISSING_CHAR" && /quote/u.test(error.message)) {
    const opened = openedQuote(text, from, /"/u.test(error.message) ? '"' : "'");
    if (opened !== undefined) return [opened, opened + 1];
  }
  return [Math.min(from, text.length), Math.min(to, text.length)];
}

function openedQuote(text: string, end: number, quote: string): number | undefined {
  const opening = new RegExp(`(?:^|[\\s\\[{,])(${quote})`, "gmu");
  const all = [...text.slice(0, end).matchAll(opening)];
  const last = all.at(-1);
  return last === undefined ? undefined : last.index + last[0].length - 1;
}

function wrongColons(source: SourceText): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let offset = 0;
  for (const line of source.text.split("\n")) {
    const match = wrongColon.exec(line);
    const key = match?.[1];
    if (match !== null && key !== undefined) {
      const written = match[2] === undefined ? ":" : "：";
      const at = offset + match[0].length - 1;
      found.push(diagnostic(source, [at, at + 1], { code: "wrong-colon", key, written }));
    }
    offset += line.length + 1;
  }
  return found;
}

function diagnostic(source: SourceText, span: Span, problem: Problem): Diagnostic {
  return { severity: "error", place: sourcePlace(source, span), ...problem };
}
