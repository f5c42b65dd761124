// node scripts/make-hostile.mjs FOLDER: writes a corpus of hostile evidence below FOLDER (which must not exist) and prints its list as JSON.
//   FOLDER/evidence/01应急局/…  the evidence of one unit: hostile contents, names and things that are no files
//   FOLDER/外面/…               what links in the evidence lead to: must never be read, listed or changed
// The list: [{path (relative to evidence), why, codes? (at least one of these problem codes is due)}]. Nothing is random. Needs about 250 MB.
// A folder made here is removed with `rm -rf`: some of its paths are longer than the calls of Node take.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { archives } from "./hostile/archives.mjs";
import { binaries } from "./hostile/binaries.mjs";
import { makeSpecial, namedFiles } from "./hostile/disk.mjs";
import { markup } from "./hostile/markup.mjs";

const unitFolder = "01应急局";

function makeHostile(folder, only) {
  const [inside, outside] = [join(folder, "evidence", unitFolder), join(folder, "外面")];
  mkdirSync(inside, { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(outside, "秘密.txt"), "关于外面的秘密通知\n2024年3月5日\n");
  const made = [];
  for (const make of [archives, markup, binaries, namedFiles])
    for (const { path, why, data, codes } of make()) {
      if (only !== undefined && !path.startsWith(only)) continue;
      mkdirSync(dirname(join(inside, path)), { recursive: true });
      writeFileSync(join(inside, path), data, { flag: "wx" });
      made.push({ path, why, codes });
    }
  if (only === undefined || only.startsWith("磁盘")) made.push(...makeSpecial(inside, outside));
  return made.map((file) => ({ ...file, path: `${unitFolder}/${file.path}` }));
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
const folder = positionals[0];
if (folder === undefined || existsSync(folder)) {
  console.error("用法：node scripts/make-hostile.mjs 新文件夹 [--only 开头]");
  process.exitCode = 2;
} else console.log(JSON.stringify(makeHostile(resolve(folder), values.only)));
