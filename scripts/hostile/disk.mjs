// What a disk can hold beside honest files: names, links, pipes, sockets, depths, sizes.
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const windows = process.platform === "win32";
const root = process.getuid?.() === 0;

const names = {
  "换\n行": "换行",
  "回\r车": "回车",
  "制\t表": "制表符",
  "\u0001\u0002控制": "控制符",
  "删\u007f除": "DEL",
  "\u009b31m八位控制": "八位控制符",
  "\u001b]0;改标题\u0007终端": "终端改标题",
  "\u001b[2J\u001b[H清屏": "终端清屏",
  "\u001b]8;;http:∕∕192.0.2.1\u0007链接\u001b]8;;\u0007": "终端超链接",
  "\b\b\b退格": "退格",
  "\u202Efdp.反写": "从右到左",
  "\u2066隔离": "双向隔离",
  "零\u200b宽": "零宽",
  "\ufeff字节序": "字节序标记",
  "行\u2028段\u2029": "行分隔符",
  "-rf": "减号开头",
  "--help": "减号开头",
  "=1+1": "等号开头",
  "+1+1": "加号开头",
  "-2+3": "减号公式",
  "@SUM(1,1)": "@ 开头",
  '=HYPERLINK("http∕∕x","点")': "公式",
  "=cmd|' ∕C calc'!A0": "DDE 公式",
  "%0a%00": "百分号",
  "a#b?c&d=e": "网址符号",
  "${HOME}$(id)`id`": "外壳替换",
  "'; DROP TABLE x;--": "引号",
  "<script>alert(1)<∕script>": "标记",
  "{{title}}": "模板占位符",
  "{#x}{^y}": "模板条件",
  "&lt;&#x1b;": "实体",
  _x001B_: "Excel 转义",
  "结尾空格 ": "结尾空格",
  "结尾点.": "结尾点",
  " 开头空格": "开头空格",
  "...": "三个点",
  CON: "设备名",
  "NUL.docx": "设备名",
  COM1: "设备名",
  "a:b": "冒号",
  "a\\b": "反斜杠",
  "星*号?": "通配符",
  "[2024]": "方括号",
  "\u{1f525}火": "表情",
  "\u{20000}\u{2a6d6}": "扩展区汉字",
  大小写A: "大小写",
  大小写a: "大小写",
  "\u00e9合": "NFC",
  "e\u0301分": "NFD",
  "\ud55c": "NFC 谚文",
  "\u1112\u1161\u11ab": "NFD 谚文",
  "o\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301": "叠加符号",
};

/** Files whose bytes are harmless and whose names are not. */
export function* namedFiles() {
  let number = 0;
  const text = (why) => Buffer.from(`第${++number}份：${why}\n2024年3月5日\n`);
  for (const [name, why] of Object.entries(names)) {
    if (windows && /[\u0000-\u001f<>:"|?*\\]|[ .]$|^(?:CON|NUL|COM\d)/u.test(name)) continue;
    yield { path: `名称/${name}${why === "设备名" || why.startsWith("结尾") ? "" : ".txt"}`, why, data: text(why) };
  }
  yield { path: `名称/${"长".repeat(83)}.txt`, why: "255 字节的名称", data: text("长名称") };
  yield { path: `名称/${"a".repeat(255)}`, why: "255 个字母、没有扩展名", data: text("长名称") };
  yield { path: `名称/${"(".repeat(120)}${"[".repeat(120)}.txt`, why: "括号", data: text("括号") };
  yield { path: `名称/${"1.".repeat(120)}.txt`, why: "编号", data: text("编号") };
  yield { path: `名称/${"一二三四五六七八九十".repeat(8)}号.txt`, why: "汉字数字", data: text("数字") };
  yield { path: `名称/${"2024年2月30日".repeat(14)}.txt`, why: "不存在的日期", data: text("日期") };
  yield { path: "空的.docx", why: "零字节", data: Buffer.alloc(0), codes: ["empty"] };
  for (const folder of ["=文件夹", "换\n行夹", "\u001b[31m红夹", "{{夹}}", "-夹"]) {
    if (windows && /[\u0000-\u001f]/u.test(folder)) continue;
    yield { path: `文件夹名称/${folder}/材料.txt`, why: "文件夹名称", data: text(folder) };
  }
}

/** Makes what is no plain file; returns its list. `outside`: a folder beside the evidence that links lead to. */
export function makeSpecial(folder, outside) {
  const at = (name) => join(folder, "磁盘", name);
  mkdirSync(at("."), { recursive: true });
  const made = [];
  const made1 = (name, why, codes, more = {}) => made.push({ path: `磁盘/${name}`, why, codes, ...more });
  if (!windows) {
    const links = {
      指向外面的文件: join(outside, "秘密.txt"),
      指向外面的文件夹: outside,
      指向根: "/",
      指向自己: "指向自己",
      指向上层: "..",
      指向设备: "/dev/zero",
      断了的链接: "没有",
      甲到乙: "乙到甲",
      乙到甲: "甲到乙",
    };
    for (const [name, target] of Object.entries(links)) {
      symlinkSync(target, at(name));
      made1(name, `符号链接 → ${target}`, ["symlink"]);
    }
    if (spawnSync("mkfifo", [at("管道.docx")]).status === 0) made1("管道.docx", "FIFO，没有人写", ["special-file"]);
    if (makeSocket(at("."))) made1("套接字", "套接字", ["special-file"]);
    writeFileSync(at("不让读.docx"), "不让读");
    chmodSync(at("不让读.docx"), 0o000);
    made1("不让读.docx", "没有读权限", root ? undefined : ["unreadable"]);
    mkdirSync(at("不让进"));
    writeFileSync(at("不让进/里面.txt"), "里面");
    chmodSync(at("不让进"), 0o000);
    if (!root) made1("不让进", "没有进入权限的文件夹", ["unreadable"]);
    else made1("不让进/里面.txt", "没有进入权限的文件夹（root 照进）");
    rawNames(at("."), made1);
    endlessPath(at("名称一层比一层长"));
  }
  mkdirSync(at(`深/${"层/".repeat(300)}`), { recursive: true });
  writeFileSync(at(`深/${"层/".repeat(30)}三十层.txt`), "三十层");
  made1(`深/${"层/".repeat(30)}三十层.txt`, "三十层深");
  writeFileSync(at(`深/${"层/".repeat(300)}三百层.txt`), "三百层");
  for (const [index, name] of ["十个G.txt", "十个G.pdf", "十个G.docx", "十个G.zip"].entries()) {
    // Of different sizes: files of one size are compared whole, and 40 GB would only test the disk.
    sparse(at(name), 10 * 2 ** 30 + index);
    made1(name, "10 GB 稀疏文件", ["too-large", "damaged", "unsupported", "no-content", "bomb"]);
  }
  return made;
}

/** A socket file without its server: the process that listened is killed. */
function makeSocket(folder) {
  const code = "require('node:net').createServer().listen('套接字', () => process.kill(process.pid, 'SIGKILL'))";
  return spawnSync(process.execPath, ["-e", code], { cwd: folder }).signal === "SIGKILL";
}

/** Names that are no UTF-8: GBK, and two that look alike once decoded. */
function rawNames(folder, made1) {
  for (const hex of ["c7a9b5bdb1ed2e747874", "fffe2e747874", "fefe2e747874"]) {
    try {
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(hex, "hex")]), hex);
      made1(Buffer.from(hex, "hex").toString("utf8"), "名称不是 UTF-8", ["unreadable"]);
    } catch {
      // A file system that only takes UTF-8 names (macOS).
    }
  }
}

/** Folders whose whole path is longer than the system's calls take: made step by step from inside. */
function endlessPath(folder) {
  mkdirSync(folder);
  const code =
    "const {mkdirSync}=require('node:fs');for(let i=0;i<20;i++){mkdirSync('长'.repeat(80));process.chdir('长'.repeat(80))}require('node:fs').writeFileSync('底.txt','底')";
  spawnSync(process.execPath, ["-e", code], { cwd: folder });
}

function sparse(path, bytes) {
  const descriptor = openSync(path, "w");
  ftruncateSync(descriptor, bytes);
  closeSync(descriptor);
}
