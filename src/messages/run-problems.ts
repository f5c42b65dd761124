import type { RunProblem } from "../model/run-problem.ts";
import type { Wording } from "./wording.ts";

/** What the system says when it refuses, in words. */
const failures: Readonly<Record<string, string>> = {
  EACCES: "没有权限",
  EPERM: "没有权限",
  EBUSY: "正被别的程序占用",
  ENOENT: "已经不在",
  ENOSPC: "磁盘满了",
  EROFS: "磁盘只读",
  EIO: "磁盘读写出错",
  ENAMETOOLONG: "名称太长",
  ELOOP: "链接绕圈",
  EISDIR: "它是文件夹",
  ENOTDIR: "上层不是文件夹",
  EEXIST: "上层是同名的文件，不是文件夹",
  EMFILE: "同时打开的文件太多",
  EVIDENCE: "它在佐证材料文件夹里面，程序从不在材料里写东西",
};

export const runWording: Wording<RunProblem> = {
  "file-not-found": ({ path }) => ({ what: `没有文件「${path}」。`, next: "核对路径和文件名。" }),
  "file-unreadable": ({ path, detail }) => ({
    what: `读不了文件「${path}」：${reason(detail)}。`,
    next: "关闭占用它的程序、检查权限后再试。",
  }),
  "file-too-large": ({ path, bytes, limit }) => ({
    what: `文件「${path}」有 ${megabytes(bytes)}，超过 ${megabytes(limit)}，没有读。`,
    next: "检查是否放错了文件。",
  }),
  "evidence-folder-missing": ({ path }) => ({
    what: `没有佐证材料文件夹「${path}」。`,
    next: "建好它，或者改正 yingkao.yaml 的 evidence。",
  }),
  "evidence-not-a-folder": ({ path }) => ({ what: `「${path}」不是文件夹。`, next: "改正 yingkao.yaml 的 evidence。" }),
  "output-inside-evidence": ({ output, evidence }) => ({
    what: `文书的文件夹「${output}」在佐证材料文件夹「${evidence}」里面；程序从不在材料里写东西。`,
    next: "把 output 改到材料文件夹以外。",
  }),
  "output-not-writable": ({ path, detail }) => ({
    what: `写不了「${path}」：${reason(detail)}。`,
    next: "关闭打开着的文书、检查权限和磁盘空间后再试。",
  }),
  "ocr-not-installed": ({ path, scans }) => ({
    what: `没有找到识别组件「${path}」，${String(scans)} 份扫描件和图片未识别；其他结果不受影响。`,
    next: "按 docs/ocr.md 安装识别组件，或者用 --ocr <文件夹> 指出它在哪里。",
  }),
  "scans-not-recognised": ({ count, first }) => ({
    what: `${String(count)} 份扫描件识别不出来（太慢，或者识别程序出错），未识别，如「${first}」。`,
    next: "下次运行会再试；仍不行的请人工查看。",
  }),
  "readings-not-kept": ({ path, detail }) => ({
    what: `读过的内容存不进「${path}」：${reason(detail)}；结果不受影响，但下次要从头再读。`,
    next: "检查权限和磁盘空间。",
  }),
  "edited-document-kept": ({ path, keptAs }) => ({
    what: `「${path}」上次生成后有人改过，改过的那份留作「${keptAs}」。`,
    next: "把要保留的改动抄到新的文书里。",
  }),
  "file-exists": ({ path }) => ({ what: `文件「${path}」已经有了，没有覆盖。`, next: "换一个文件名；确要覆盖的，加 --force。" }),
  "folder-not-empty": ({ path }) => ({ what: `文件夹「${path}」里已经有东西。`, next: "换一个空文件夹。" }),
  "migration-unfinished": ({ number, undoing }) => ({
    what: `第 ${String(number)} 次换版${undoing ? "撤销到一半" : "写到一半"}就中断了，工作区里新旧两版的文件混在一起。`,
    next: undoing
      ? "运行 yingkao criteria migrate --undo 撤销完。"
      : "运行 yingkao criteria migrate --resume 写完，或者 yingkao criteria migrate --undo 撤销。",
  }),
  "nothing-to-undo": () => ({ what: "这个工作区没有可以撤销的换版。", next: "核对 -C 后面的工作区。" }),
  "nothing-to-resume": () => ({ what: "没有写到一半的换版。", next: "运行 yingkao criteria migrate 旧版.yaml 新版.yaml 看换版方案。" }),
  "two-editions-needed": () => ({
    what: "换版要写明旧版和新版两个细则文件。",
    next: "例如 yingkao criteria migrate criteria/初稿.yaml criteria/正式稿.yaml。",
  }),
  "changed-since-migration": ({ path, undo }) => ({
    what: `「${path}」在换版以后又改过${undo ? "，撤销会去掉这些改动" : ""}。`,
    next: undo
      ? "要保留的先另存；确要撤销的加 --force（改过的文件会留一份在版本迁移文件夹里）。"
      : "确要写完的加 --force，或者用 --undo 撤销。",
  }),
  "same-edition-twice": ({ path }) => ({ what: `旧版和新版是同一个文件「${path}」。`, next: "先写旧版细则，再写新版细则。" }),
  "not-the-current-edition": ({ path, current }) => ({
    what: `工作区现在用的细则是「${current}」，不是「${path}」；自评表、人工对应是按现在用的细则写的。`,
    next: `旧版写「${current}」；已经手工改过 yingkao.yaml 的，先改回来再换版。`,
  }),
  "paper-inside-evidence": ({ path }) => ({
    what: `「${path}」在佐证材料文件夹里，程序从不在那里写东西；新版细则用不了它现在的写法。`,
    next: "先由人改好上面列出的地方，或者把它移到材料文件夹外面，再换版。",
  }),
  "not-utf8": ({ path }) => ({ what: `文件「${path}」不是 UTF-8 编码，文字读不准。`, next: "用记事本或者 WPS 另存为 UTF-8 编码。" }),
  "options-exclude": ({ first, second }) => ({ what: `选项 ${first} 和 ${second} 不能同时用。`, next: "只留一个。" }),
  "bad-option": ({ option, value, expected }) => ({ what: `选项 ${option} 不能写「${value}」。`, next: `应为${expected}。` }),
  "option-missing": ({ options, example }) => ({ what: `没有写 ${options.join(" 或者 ")}。`, next: `写明写到哪个文件，例如 ${example}。` }),
};

function reason(detail: string): string {
  return Object.hasOwn(failures, detail) ? `${failures[detail] ?? ""}（${detail}）` : detail;
}

function megabytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 104_857.6) / 10)} MB`;
}
