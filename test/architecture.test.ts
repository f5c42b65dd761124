import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** Who may import whom, and why. Everything that is not listed here is forbidden. `npm:x` is a package, `node:` any built-in. */
const rooms: Record<string, { readonly may: readonly string[]; readonly because: string }> = {
  model: { may: [], because: "名词不依赖任何东西，谁都可以依赖名词" },
  written: { may: ["model", "npm:yaml", "npm:zod", "npm:fastest-levenshtein"], because: "人写的 YAML 只在这里读成带位置的值" },
  criteria: {
    may: ["model", "written", "npm:yaml", "npm:zod", "npm:diff"],
    because: "细则文本 → Criteria，不碰磁盘；换版时按语法树改细则，人写的注释才带得走",
  },
  workspace: { may: ["model", "written", "npm:zod"], because: "工作区文本 → Workspace、自评表、人工评定，不碰磁盘" },
  chinese: { may: ["model"], because: "公文里的日期、文号怎么写，纯函数" },
  evidence: { may: ["model", "chinese"], because: "清单 → 台账，只看名字，纯函数" },
  reading: {
    may: [
      "model",
      "chinese",
      "npm:fflate",
      "npm:@hyzyla/pdfium",
      "npm:word-extractor",
      "npm:@e965/xlsx",
      "npm:postal-mime",
      "npm:exifr",
      "node:",
    ],
    because: "字节 → 文件说了什么；每种格式的库只在这里用，不碰磁盘",
  },
  mapping: { may: ["model", "chinese"], because: "材料对应条款，纯函数；文内标题里的日期、文号不是主题" },
  recognition: {
    may: ["model", "reading", "npm:@jsquash/jpeg/decode.js", "npm:fast-png", "node:"],
    because: "图片 → 文字行和红章：识别组件不随程序安装，从它自己的文件夹里装载，在单独的进程里运行",
  },
  checking: { may: ["model"], because: "材料能不能算数，纯函数" },
  scoring: { may: ["model"], because: "算分只有一处，纯函数" },
  report: { may: ["model", "messages"], because: "只读评分结果，不重算，不知道文件格式" },
  render: {
    may: [
      "model",
      "report",
      "npm:docx",
      "npm:docx/charts",
      "npm:docxtemplater",
      "npm:pizzip",
      "npm:exceljs",
      "npm:fflate",
      "npm:fastest-levenshtein",
      "npm:string-width",
      "node:",
    ],
    because: "块和表 → 字节，格式库只在这里用",
  },
  messages: { may: ["model", "npm:string-width"], because: "所有中文措辞，按代码查表" },
  io: { may: ["model", "npm:minimatch", "npm:yauzl", "node:"], because: "只有这里碰磁盘" },
  gathering: {
    may: ["model", "io", "reading", "recognition", "npm:tinypool", "node:"],
    because: "把所有材料读一遍：工作线程、时限、缓存；读什么由 reading 说了算",
  },
  demo: { may: ["model", "render", "npm:docx", "npm:exceljs", "npm:fflate"], because: "演示工作区的内容，不碰磁盘" },
  "pipeline.ts": { may: ["model", "workspace", "evidence", "mapping", "checking", "scoring"], because: "全过程写在一页上" },
  cli: {
    may: [
      "model",
      "pipeline.ts",
      "gathering",
      "written",
      "criteria",
      "reading",
      "workspace",
      "report",
      "render",
      "messages",
      "io",
      "recognition",
      "demo",
      "npm:commander",
      "npm:picocolors",
      "npm:string-width",
      "node:",
    ],
    because: "命令行：解析参数，调一个函数，给出退出码",
  },
};

const root = resolve(import.meta.dirname, "..");
const sources = filesBelow(join(root, "src")).map((path) => ({ path: relative(root, path), text: readFileSync(path, "utf8") }));

describe("结构", () => {
  test("每个房间只引用允许的房间", () => {
    expect(sources.flatMap(forbiddenImports)).toEqual([]);
  });

  test("进程、时钟、终端只在命令行和 io 里出现", () => {
    const rules: readonly (readonly [RegExp, readonly string[]])[] = [
      // recognition-child.ts is a process of its own.
      [/\bprocess\./, ["cli", "recognition"]],
      [/\bconsole\./, ["cli"]],
      [/\bnew Date\(\)|\bDate\.now\b|\.localeCompare\(/, ["cli", "io"]],
      [/\bMath\.random\b/, []],
    ];
    const found = sources.flatMap(({ path, text }) =>
      rules
        .filter(([pattern, allowed]) => pattern.test(withoutComments(text)) && !allowed.includes(roomOf(path)))
        .map(([pattern]) => `${path}: ${pattern.source}`),
    );
    expect(found).toEqual([]);
  });

  test("文件不超过 250 行，函数不超过 60 行", () => {
    const long = sources.flatMap(({ path, text }) => [
      ...(text.split("\n").length > 251 ? [`${path}: ${text.split("\n").length} 行`] : []),
      ...longFunctions(path, text),
    ]);
    expect(long).toEqual([]);
  });

  test("没有循环引用的房间", () => {
    const edges = new Map(Object.entries(rooms).map(([room, { may }]) => [room, may.filter((other) => other in rooms)]));
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      (edges.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
    expect(Object.keys(rooms).filter((room) => reaches(room, room))).toEqual([]);
  });
});

function forbiddenImports({ path, text }: { readonly path: string; readonly text: string }): readonly string[] {
  const room = roomOf(path);
  const rule = rooms[room];
  if (rule === undefined) return [`${path}: 没有登记的房间 ${room}`];
  return importsOf(path, text)
    .filter((target) => target !== room && !rule.may.includes(target))
    .map((target) => `${path} → ${target}（${rule.because}）`);
}

function importsOf(path: string, text: string): readonly string[] {
  const targets: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (specifier !== undefined && ts.isStringLiteral(specifier)) targets.push(targetOf(path, specifier.text));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return targets;
}

function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith("node:")) return "node:";
  if (!specifier.startsWith(".")) return `npm:${specifier}`;
  return roomOf(relative(root, resolve(root, dirname(path), specifier)));
}

function roomOf(path: string): string {
  return path.split("/")[1] ?? "";
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
}

function longFunctions(path: string, text: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const line = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  const long: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && line(node.end) - line(node.getStart()) >= 60) long.push(`${path}:${line(node.getStart()) + 1} 函数过长`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return long;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : entry.name.endsWith(".ts") ? [join(folder, entry.name)] : [],
  );
}
