// node disturb.mjs FOLDER: changes files below FOLDER without end, until it is killed: they vanish, grow, shrink, become folders and links.
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { samples } from "./samples.mjs";

const folder = process.argv[2];
const at = (name) => join(folder, name);
const docx = samples.docx.make().bytes;
const moves = [
  () => rmSync(at("一会儿没有.docx"), { force: true }),
  () => writeFileSync(at("一会儿没有.docx"), docx),
  () => appendFileSync(at("越来越长.txt"), "又写了一行\n"),
  () => truncateSync(at("忽长忽短.docx"), 200),
  () => writeFileSync(at("忽长忽短.docx"), docx),
  () => rmSync(at("忽而文件夹.pdf"), { recursive: true, force: true }),
  () => mkdirSync(at("忽而文件夹.pdf")),
  () => rmSync(at("忽而文件夹.pdf"), { recursive: true, force: true }),
  () => symlinkSync("/dev/zero", at("忽而文件夹.pdf")),
  () => rmSync(at("忽而文件夹.pdf"), { recursive: true, force: true }),
  () => writeFileSync(at("忽而文件夹.pdf"), docx),
  () => renameSync(at("换名甲.docx"), at("换名乙.docx")),
  () => renameSync(at("换名乙.docx"), at("换名甲.docx")),
];

mkdirSync(folder, { recursive: true });
for (const name of ["忽长忽短.docx", "换名甲.docx", "忽而文件夹.pdf"]) writeFileSync(at(name), docx);
writeFileSync(at("越来越长.txt"), "第一行\n");
console.log("ready");
let round = 0;
setInterval(() => {
  const move = moves[round++ % moves.length];
  try {
    move();
  } catch {
    // A move that does not suit what is there now.
  }
}, 3);
