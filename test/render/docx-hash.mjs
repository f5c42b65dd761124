// Renders the document on standard input with the compiled renderer and prints the hash: a process of its own for docx-determinism.test.ts.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [compiled, shell] = process.argv.slice(2);
const { renderPaper } = await import(pathToFileURL(`${compiled}/render/docx/render-paper.js`).href);
const bytes = await renderPaper(JSON.parse(readFileSync(0, "utf8")), readFileSync(shell), "modern");
console.log(createHash("sha256").update(bytes).digest("hex"));
