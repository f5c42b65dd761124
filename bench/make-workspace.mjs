import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statfsSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { clauseId, clauseTitle, evidenceName, makeCriteria } from "./make-criteria.mjs";

/** Raise it when the generators change: an old tree is then made anew. */
const VERSION = 3;
const extensions = ["pdf", "docx", "pdf", "xlsx", "jpg", "pdf"];

/**
 * A workspace of `clauses` × `units` × `files`, made once and kept.
 * sizes: "own" almost every file has a size of its own; "shared" every file shares its size and its first bytes with others, so that
 * copies can only be told apart by reading to the end; "small" a few kilobytes, each a size of its own, for benches that are not about reading.
 */
export function makeWorkspace(work, { name, clauses, units, files, sizes, meanBytes }) {
  const root = join(work, name);
  const recipe = JSON.stringify({ VERSION, clauses, units, files, sizes, meanBytes });
  const stamp = join(root, ".recipe.json");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === recipe) return root;
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const disk = statfsSync(root);
  const need = files * (meanBytes + 4096) * 1.2;
  if (disk.bavail * disk.bsize < need) throw new Error(`磁盘空间不够：${root} 需要约 ${Math.ceil(need / 1e9)} GB`);
  const list = makeUnits(units);
  mkdirSync(join(root, "criteria"));
  writeFileSync(join(root, "criteria", "2024.yaml"), makeCriteria(clauses, list));
  writeFileSync(join(root, "yingkao.yaml"), workspaceYaml(list));
  writeEvidence(join(root, "evidence"), list, { clauses, files, sizes, meanBytes });
  writeFileSync(stamp, recipe);
  return root;
}

export function makeUnits(count) {
  const departments = [
    "应急管理局",
    "消防救援大队",
    "农业农村局",
    "教育局",
    "住房和城乡建设局",
    "交通运输局",
    "卫生健康局",
    "文化旅游局",
    "市场监管局",
    "公安分局",
  ];
  return Array.from({ length: count }, (_, index) => {
    const township = index >= departments.length;
    const name = township
      ? `${"东西南北中上下大小新"[index % 10]}${"山河桥泉塘湖岭坪"[Math.floor(index / 10) % 8]}镇`
      : `区${departments[index]}`;
    const distinct = index >= 90 ? `${name}${index}` : name;
    return { name: distinct, kind: township ? "township" : "department", folder: `${String(index + 1).padStart(2, "0")}${distinct}` };
  });
}

export function workspaceYaml(units) {
  const lines = units.map((unit) => `  - {name: ${unit.name}, kind: ${unit.kind}, folder: ${unit.folder}, deadline: 2024-12-05}`);
  return `title: 东明区2024年度迎接省安全生产目标责任制考核
organization: 东明区人民政府
criteria: criteria/2024.yaml
evidence: evidence
output: output
asOf: 2024-12-10
units:
${lines.join("\n")}
`;
}

/** Files go round the clauses; the lead unit hands in most, the others some. Every 50th file has a name that says nothing. */
function writeEvidence(evidence, units, { clauses, files, sizes, meanBytes }) {
  const random = seededRandom(20241210);
  const filler = makeFiller(random);
  const counts = new Map();
  for (let n = 0; n < files; n += 1) {
    const clause = n % clauses;
    const turn = Math.floor(n / clauses);
    const unit = units[(clause + (turn % 4 === 3 ? 7 : 0)) % units.length];
    const folder = join(evidence, unit.folder, `${clauseId(clause)} ${clauseTitle(clause)}`);
    if (turn === 0 || turn === 3) mkdirSync(folder, { recursive: true });
    const serial = counts.get(folder) ?? 0;
    counts.set(folder, serial + 1);
    const base = n % 50 === 49 ? `扫描件${String(n).padStart(5, "0")}` : evidenceName(clause, serial);
    const used = counts.get(`${folder}/${base}`) ?? 0;
    counts.set(`${folder}/${base}`, used + 1);
    const copy = used === 0 ? "" : `（${used + 1}）`;
    writeFile(join(folder, `${base}${copy}.${extensions[n % extensions.length]}`), n, sizeOf(n, sizes, meanBytes, files, random), filler);
  }
}

function sizeOf(n, sizes, mean, files, random) {
  // Half of the mean to three times the mean, small ones more often than large ones.
  if (sizes === "small") return 1_000 + n;
  if (sizes === "shared") return Math.floor(mean * (0.4 + 2.2 * ((n % 400) / 400) ** 2));
  const spread = Math.floor(mean * (0.4 + 2.2 * random() ** 2));
  // Steps of `files` bytes plus the number: a size of its own for all but a few.
  return sizes === "own" && n % 40 !== 0 ? Math.floor(spread / files) * files + n : spread;
}

/** The bytes that tell two files of one size apart come last. */
function writeFile(path, n, bytes, filler) {
  const handle = openSync(path, "wx");
  const own = Buffer.from(`\n%%${String(n).padStart(10, "0")}`);
  let left = Math.max(0, bytes - own.length);
  while (left > 0) left -= writeSync(handle, filler, 0, Math.min(left, filler.length));
  writeSync(handle, own);
  closeSync(handle);
}

function makeFiller(random) {
  const filler = Buffer.alloc(1024 * 1024);
  for (let at = 0; at < filler.length; at += 4) filler.writeUInt32LE(Math.floor(random() * 0x1_0000_0000), at);
  return filler;
}

/** mulberry32: the same tree on every machine. */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
