import { describe, expect, test } from "vitest";
import { classify } from "../../src/evidence/classify.ts";
import type { ListedFile } from "../../src/model/evidence-file.ts";
import { emergency, housing, listed, listing, unit, units } from "../mapping/sample.ts";

const none = () => false;

function read(files: readonly (string | ListedFile)[], of = units) {
  const { inventory, warnings } = classify(listing(files), of, none);
  return {
    ...inventory,
    warnings: warnings.map((warning) =>
      Object.fromEntries(Object.entries(warning).filter(([key]) => key !== "severity" && key !== "place")),
    ),
  };
}

function unitOf(path: string, of = units) {
  return read([path], of).files[0]?.unit;
}

describe("哪个单位的文件夹", () => {
  test.each([
    ["应急局/a.pdf", emergency],
    ["01应急局/a.pdf", emergency],
    ["区应急局/a.pdf", emergency],
    ["东明区应急管理局2024年材料/a.pdf", emergency],
    ["０３－住建局/a.pdf", housing],
    ["市应急局/a.pdf", undefined],
    ["东明区应急局/a.pdf", emergency],
    ["城关街道办事处/a.pdf", "城关街道"],
    ["教育局/a.pdf", undefined],
    ["a.pdf", undefined],
  ])("%s → %s", (path, expected) => expect(unitOf(path)).toBe(expected));

  test("「市应急局」不是「区应急局」的简写", () => {
    expect(unitOf("市应急局/a.pdf", [unit("区应急局")])).toBeUndefined();
    expect(unitOf("应急局/a.pdf", [unit("区应急局")])).toBe("区应急局");
  });

  test("名称长的优先：燃气公司不会被认作燃气办", () => {
    const of = [unit("区燃气"), unit("东明区燃气有限公司")];
    expect(unitOf("东明区燃气有限公司/a.pdf", of)).toBe("东明区燃气有限公司");
    expect(read(["东明区燃气有限公司/a.pdf"], of).warnings).toEqual([{ code: "unit-without-folder", unit: "区燃气" }]);
  });

  test("写明的文件夹优先于名称，可以是下一级文件夹", () => {
    const of = [unit("区教育局", ["教育局"], "department", "部门/03教体")];
    const result = read(["部门/03教体/x/a.pdf", "教育局旧资料/b.pdf"], of);
    expect(result.files.map((file) => [file.path, file.unit, file.folders.map((folder) => folder.text)])).toEqual([
      ["教育局旧资料/b.pdf", undefined, ["教育局旧资料"]],
      ["部门/03教体/x/a.pdf", "区教育局", ["x"]],
    ]);
    expect(result.warnings).toEqual([{ code: "two-folders-for-unit", unit: "区教育局", folders: ["部门/03教体", "教育局旧资料"] }]);
  });

  test("写明的文件夹不存在要告诉人", () => {
    expect(read(["应急局/a.pdf"], [unit(emergency, ["应急局"], "department", "应急")])).toMatchObject({
      unitsWithoutFolder: [emergency],
      foldersWithoutUnit: ["应急局"],
      warnings: [
        { code: "folder-missing", unit: emergency, folder: "应急" },
        { code: "folder-without-unit", folder: "应急局", nearest: emergency },
      ],
    });
  });

  test("一个文件夹写着两个单位，谁也不归", () => {
    const result = read(["应急局、住建局联合/a.pdf"], [units[0] ?? unit("x"), units[1] ?? unit("y")]);
    expect(result.files[0]?.unit).toBeUndefined();
    expect(result.warnings).toContainEqual({ code: "two-units-for-folder", folder: "应急局、住建局联合", units: [emergency, housing] });
  });

  test("同一单位两个文件夹都算，并提醒", () => {
    const result = read(["应急局/a.pdf", "应急局补充/b.pdf"], [unit(emergency, ["应急局"])]);
    expect(result.files.map((file) => file.unit)).toEqual([emergency, emergency]);
    expect(result.warnings).toEqual([{ code: "two-folders-for-unit", unit: emergency, folders: ["应急局", "应急局补充"] }]);
  });

  test("散放在根目录的文件、没有单位的文件夹，都要提醒", () => {
    const result = read(["a.pdf", "应急管里局/b.pdf"], [unit(emergency, ["应急局"])]);
    expect(result.warnings).toEqual([
      { code: "folder-without-unit", folder: "应急管里局", nearest: emergency },
      { code: "unit-without-folder", unit: emergency },
      { code: "file-loose-at-root", path: "a.pdf" },
    ]);
  });

  test("单位的文件夹照磁盘上的写法记下", () => {
    const stored = "部门/Café局".normalize("NFD");
    const result = read(
      [`${stored}/a.pdf`, "01应急局/b.pdf"],
      [unit(emergency, ["应急局"]), unit("咖啡局", [], "department", "部门/Café局".normalize("NFC"))],
    );
    expect(result.unitFolders).toEqual(
      new Map([
        ["咖啡局", stored],
        [emergency, "01应急局"],
      ]),
    );
  });

  test("NFD 写法的文件夹也认得，路径照原样保留", () => {
    const name = "Café管委会".normalize("NFD");
    const result = read([`${name}/é.pdf`], [unit("Café管委会".normalize("NFC"))]);
    expect(result.files[0]).toMatchObject({ path: `${name}/é.pdf`, unit: "Café管委会" });
  });
});

describe("不是佐证材料的文件", () => {
  test.each([
    ["应急局/Thumbs.db", "system"],
    ["应急局/THUMBS.DB", "system"],
    ["应急局/desktop.ini", "system"],
    ["应急局/.DS_Store", "system"],
    ["应急局/._纪要.pdf", "archive-litter"],
    ["应急局/__MACOSX/纪要.pdf", "archive-litter"],
    ["__MACOSX/应急局/纪要.pdf", "archive-litter"],
    ["应急局/~$纪要.docx", "lock"],
    ["应急局/.~纪要.docx", "lock"],
    ["应急局/.~lock.纪要.docx#", "lock"],
    ["应急局/~WRL0001.tmp", "temporary"],
    ["应急局/~WRD0000", "temporary"],
    ["应急局/纪要.tmp", "temporary"],
    ["应急局/“自动恢复”保存的 纪要.asd", "temporary"],
    ["应急局/备份属于 纪要.wbk", "temporary"],
    ["应急局/视频.mp4.crdownload", "temporary"],
  ])("%s：%s", (path, reason) => expect(read([path])).toMatchObject({ files: [], ignored: [{ path, reason }] }));

  test("按 ignore 略过的也记下来", () => {
    const { inventory } = classify(listing(["应急局/草稿/a.pdf"]), units, (path) => path.includes("草稿"));
    expect(inventory).toMatchObject({ files: [], ignored: [{ path: "应急局/草稿/a.pdf", reason: "configured" }] });
  });

  test.each(["应急局/Thumbs.db说明.docx", "应急局/临时.docx", "应急局/~纪要.docx", "应急局/纪要", "应急局/a.lnk"])(
    "%s 不能略过",
    (path) => {
      expect(read([path])).toMatchObject({ ignored: [], files: [{ path }] });
    },
  );
});

describe("文件的日期", () => {
  const datesOf = (path: string) => {
    const file = read([path]).files[0];
    return {
      from: file?.datesFrom,
      dates: file?.dates.map((date) => Object.fromEntries(Object.entries(date).filter(([key]) => key !== "text" && key !== "impossible"))),
    };
  };

  test.each([
    ["应急局/2023年/3月5日纪要.pdf", "name", { year: 2023, month: 3, day: 5 }],
    ["应急局2023/3月5日纪要.pdf", "name", { year: 2023, month: 3, day: 5 }],
    ["应急局/3月5日纪要.pdf", "name", { month: 3, day: 5 }],
    ["应急局/2024年/一季度/纪要.pdf", "folder", { year: 2024, quarter: 1 }],
    ["应急局/一季度/2024年纪要.pdf", "folder", { year: 2024, quarter: 1 }],
    ["应急局/2023年一季度/2024年纪要.pdf", "name", { year: 2024 }],
    ["应急局/2023年/2024年3月纪要.pdf", "name", { year: 2024, month: 3 }],
    ["应急局/2023-2024年/3月纪要.pdf", "name", { month: 3 }],
  ])("%s", (path, from, date) => expect(datesOf(path)).toEqual({ from, dates: [date] }));

  test("谁也没写日期就是没有日期", () => expect(datesOf("应急局/纪要.pdf")).toEqual({ from: "none", dates: [] }));
});

describe("磁盘上看到的问题", () => {
  test.each([
    [listed("应急局/a.pdf", { bytes: 0 }), { code: "empty" }],
    [listed("应急局/a.pdf", { kind: "symlink" }), { code: "symlink" }],
    [listed("应急局/a.pdf", { kind: "special", bytes: 0 }), { code: "special" }],
    [listed("应急局/a.pdf", { kind: "unreadable", failure: "EACCES" }), { code: "unreadable", detail: "EACCES" }],
    [listed("应急局/a\n\u001b[31mb.pdf"), { code: "hidden-name" }],
    [listed("应急局/\u202Efdp.exe"), { code: "hidden-name" }],
  ])("$path", (file, problem) => expect(read([file]).files[0]).toMatchObject({ path: file.path, problem }));

  test("扩展名去得稳妥：日期里的点不是扩展名", () => {
    const names = read(["应急局/会议2024.3.5", "应急局/会议.PDF", "应急局/会议．docx", "应急局/.隐藏"]).files;
    expect(names.map((file) => [file.extension, file.name.text])).toEqual([
      ["", ".隐藏"],
      ["pdf", "会议"],
      ["", "会议2024.3.5"],
      ["docx", "会议"],
    ]);
  });
});

describe("文号里的年份", () => {
  const yearOf = (path: string): number | undefined => read([path]).files[0]?.dates[0]?.year;

  test("没写日期的，以文件自己的发文字号所在年份为准", () => {
    expect(yearOf("应急局/关于挂牌督办的通知（东安委〔2024〕9号）.docx")).toBe(2024);
    expect(yearOf("应急局/一季度/关于挂牌督办的通知（东安委〔2024〕9号）.docx")).toBe(2024);
    expect(read(["应急局/一季度/关于挂牌督办的通知（东安委〔2024〕9号）.docx"]).files[0]?.dates[0]).toMatchObject({
      year: 2024,
      quarter: 1,
    });
  });

  test("写了日期的，以日期为准", () => {
    expect(yearOf("应急局/通知（东安委〔2023〕19号）20240105.docx")).toBe(2024);
  });

  test("引用别人的文号不算自己的年份", () => {
    expect(yearOf("应急局/关于贯彻落实省安委〔2023〕5号文件的通知.docx")).toBeUndefined();
    expect(yearOf("应急局/转发通知（省安委〔2023〕5号）.docx")).toBeUndefined();
  });
});

test.each([
  ["关于挂牌督办的通知（东安委〔2024〕9号）.docx", "关于挂牌督办的通知"],
  ["区领导带队检查记录（春节前）20240208.docx", "区领导带队检查记录（春节前）"],
  ["01《东明区安全生产责任清单》(2024年版).pdf", "《东明区安全生产责任清单》（2024年版）"],
])("%s 的标题是 %s", (name, title) => {
  expect(read([`应急局/${name}`]).files[0]?.title).toBe(title);
});
