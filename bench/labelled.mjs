// Maps the labelled set and counts what is right. Used by the bench (on the compiled program) and by the test (on the sources).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../fixtures/labelled", import.meta.url));
const criteriaFile = fileURLToPath(new URL("../criteria/sample-2024.yaml", import.meta.url));

export function labelledDocuments() {
  return readFileSync(join(folder, "documents.ndjson"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Maps the documents of one part. `program`: the functions of yingkao that do it. */
export async function mapLabelled(program, part) {
  const documents = labelledDocuments().filter((document) => document.part === part);
  const read = new Map();
  for (const document of documents) read.set(document.path, await readLabelled(program, document));
  const criteria = value(program.parseCriteria(source(criteriaFile)));
  const workspace = value(program.parseWorkspace(source(join(folder, "workspace.yaml"))));
  const { assignments } = program.assignUnits(criteria, workspace);
  const files = documents.map(({ path }) => ({ path, bytes: 1000, kind: "file" })).sort((a, b) => (a.path < b.path ? -1 : 1));
  const listing = { files, emptyFolders: [], topFolders: [...new Set(files.map(({ path }) => path.split("/")[0]))] };
  const { inventory } = program.classify(listing, workspace.units, () => false);
  const readings = { of: (path) => read.get(path)?.reading, textOf: (path) => read.get(path)?.text };
  const mapped = new Map(program.matchFiles(criteria, assignments, inventory, [], readings).files.map((entry) => [entry.file.path, entry]));
  return documents.map((document) => verdictOf(document, mapped.get(document.path), read.get(document.path)?.reading));
}

async function readLabelled({ describeExtract, readDocument }, document) {
  const name = document.path.split("/").at(-1);
  if (document.file !== undefined) {
    const path = join(folder, document.file);
    if (!existsSync(path)) throw new Error(`fixtures/labelled lacks ${document.file}: run node scripts/make-labelled.mjs`);
    return readDocument(new Uint8Array(readFileSync(path)), name);
  }
  const extract = toExtract(document);
  const reading = { ...describeExtract(extract, name), ...(document.recognised ? { recognised: true } : {}) };
  return { reading, text: extract.blocks.map((block) => block.text).join("\n") };
}

/** The lines as the reader of the format would give them. */
function toExtract({ format, lines, recognised }) {
  const blocks = lines.map(([text, look], at) => ({
    text,
    at: placeOf(format, at),
    role: format === "xlsx" || format === "csv" ? "row" : look === "r" ? "row" : "body",
    ...(format === "docx" && (look === "t" || look === "c") ? { centred: true } : {}),
    ...(format === "docx" ? { size: look === "t" ? 22 : 16 } : {}),
  }));
  const pictures = recognised && format === "pdf" ? { pages: 1, picturePages: 1 } : {};
  return { format, blocks, ...pictures, ...(format === "jpeg" ? { picture: { width: 1600, height: 1200 } } : {}) };
}

function placeOf(format, at) {
  if (format === "xlsx") return { kind: "cell", sheet: "Sheet1", cell: `A${at + 1}` };
  if (format === "pdf" || format === "jpeg") return { kind: "page", page: 1 };
  return format === "docx" ? { kind: "paragraph", paragraph: at + 1 } : { kind: "line", line: at + 1 };
}

/**
 * wrong: confident of a clause or requirement that a careful person would not name ("silently wrong").
 * found: the right clause is matched or among the candidates listed. sure: matched, and right.
 */
function verdictOf(document, { status, links }, reading) {
  const clauses = new Set(document.truth.map((each) => each.split("/")[0]));
  const right = (link) =>
    link.evidence === undefined ? clauses.has(link.clause) : document.truth.includes(`${link.clause}/${link.evidence}`);
  const wrong = status === "matched" && !links.every(right);
  return {
    document,
    status,
    links,
    reading,
    wrong,
    found: links.some((link) => clauses.has(link.clause)),
    sure: status === "matched" && !wrong && links.some((link) => clauses.has(link.clause)),
  };
}

/** Counts of one group of verdicts; rates are of 1. */
export function countVerdicts(verdicts) {
  const owed = verdicts.filter(({ document }) => document.group !== "none");
  const matched = verdicts.filter(({ status }) => status === "matched");
  const wrong = verdicts.filter((verdict) => verdict.wrong).length;
  const rate = (part, whole) => (whole === 0 ? 0 : part / whole);
  return {
    files: verdicts.length,
    wrong,
    silentWrong: rate(wrong, verdicts.length),
    precision: matched.length === 0 ? 1 : (matched.length - wrong) / matched.length,
    recall: rate(owed.filter((verdict) => verdict.found).length, owed.length),
    matchedOnly: rate(owed.filter((verdict) => verdict.sure).length, owed.length),
    proved: rate(owed.filter((verdict) => verdict.sure && verdict.links.every((link) => link.evidence !== undefined)).length, owed.length),
  };
}

function source(path) {
  return { path, text: readFileSync(path, "utf8") };
}

function value(outcome) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors[0]));
  return outcome.value;
}
