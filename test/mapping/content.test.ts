import { describe, expect, test } from "vitest";
import { describeReason } from "../../src/messages/link-reasons.ts";
import { isGenericName } from "../../src/model/generic-name.ts";
import type { FileMapping } from "../../src/model/mapping.ts";
import { mapRead, tell } from "./sample.ts";

const minutes = { heading: "东明区安全生产委员会2024年第一季度安委会全体会议纪要", text: "2024年3月5日，区长主持召开会议，听取情况汇报。" };
const gas = { heading: "关于印发《东明区燃气安全专项整治方案》的通知", text: "各单位：现将方案印发给你们，请认真贯彻执行。" };
const words = ({ links }: FileMapping): readonly string[] => links.flatMap((link) => link.reasons.map(describeReason));

describe("名字什么也没说，由内容说了算", () => {
  test.each([
    ["应急局/扫描0001.pdf", minutes, "matched S1-03/minutes"],
    ["应急局/新建文件夹/1.docx", minutes, "matched S1-03/minutes"],
    ["住建局/微信图片_20240315.jpg", gas, "matched S2-01/plan"],
    ["住建局/新建文档.docx", { heading: "自建房排查台账" }, "matched S2-03/ledger"],
    ["应急局/01党政领导责任/03定期研究部署安全生产/扫描0001.pdf", minutes, "matched S1-03/minutes"],
  ])("%s → %s", (path, said, expected) => expect(tell(mapRead(path, said))).toBe(expected));

  test("全称与简称是一回事：安全生产委员会就是安委会", () => {
    const said = { heading: "东明区安全生产委员会2024年第一次全体会议纪要", sort: "会议纪要" } as const;
    expect(tell(mapRead("应急局/新建文档.docx", said))).toBe("matched S1-03/minutes");
  });

  test("理由引用文内的话和位置", () => {
    expect(words(mapRead("住建局/1.docx", gas))).toContain(
      "文内标题「关于印发《东明区燃气安全专项整治方案》的通知」（第1段）与「燃气安全专项整治方案」相符",
    );
  });

  test("标题只写「签到表」的，看会议名称一栏", () => {
    const said = { heading: "会议签到表", text: "会议名称：2024年第二季度安委会全体会议\n序号 单位 姓名\n1 区住建局 张某" };
    const mapped = mapRead("应急局/IMG_20240605.jpg", said);
    expect(mapped.links[0]?.clause).toBe("S1-03");
  });

  test("标题没说清的，按正文列出可能的条款，不擅自认定", () => {
    const said = {
      heading: "工作简报（第3期）",
      text: "近日，区住建局对全区自建房安全开展专项整治，逐栋建立自建房排查台账，发现隐患立即整改。",
    };
    const mapped = mapRead("住建局/扫描件.pdf", said);
    expect(mapped.status).toBe("ambiguous");
    expect(mapped.links.map((link) => link.clause)).toContain("S2-03");
  });

  test("与细则无关的内容，谁也不认", () => {
    const said = { heading: "关于办公楼物业服务合同续签的请示", text: "因物业服务合同到期，拟续签一年，费用从日常经费中列支。" };
    expect(mapRead("应急局/扫描0007.pdf", said).status).not.toBe("matched");
  });

  test("图片里识别出来的字，单独不作准", () => {
    const mapped = mapRead("应急局/扫描0001.pdf", { ...minutes, recognised: true });
    expect(mapped.status).toBe("ambiguous");
    expect(mapped.links[0]?.clause).toBe("S1-03");
    expect(words(mapped)).toContain("文字由图片识别得来，不单独作准");
  });

  test("识别得来的字与文件夹说的一致，照文件夹认定条款，但不认作某项材料", () => {
    const mapped = mapRead("应急局/01党政领导责任/03定期研究部署安全生产/扫描0001.pdf", { ...minutes, recognised: true });
    expect(tell(mapped)).toBe("matched S1-03");
  });
});

describe("名字和内容说法不一", () => {
  test.each([
    ["文件名是会议纪要，内容是别的条款的方案", "住建局/安委会全体会议纪要.docx", gas, ["S1-03", "S2-01"]],
    ["文件夹是安委会，内容是别的条款的方案", "应急局/01党政领导责任/03定期研究部署安全生产/1.docx", gas, ["S1-03", "S2-01"]],
  ])("%s：不认定，两边都列出", (_rule, path, said, clauses) => {
    const mapped = mapRead(path, said);
    expect(mapped.status).toBe("ambiguous");
    expect(mapped.links.map((link) => link.clause)).toEqual(expect.arrayContaining(clauses));
    for (const link of mapped.links) expect(link.confidence).toBeLessThan(80);
  });

  test("内容说的是细则以外的事，文件名再像也不认定", () => {
    const said = { heading: "关于办公楼电梯采购的合同", text: "甲方向乙方采购电梯两部，质保期三年，价款分期支付。" };
    const mapped = mapRead("应急局/2024年3月安委会全体会议纪要.pdf", said);
    expect(mapped.status).toBe("ambiguous");
    expect(words(mapped)).toContain("文件名与内容不符：第1段写的是「关于办公楼电梯采购的合同」");
  });

  test("文件名说是会议纪要，内容却是照片", () => {
    const mapped = mapRead("应急局/安委会全体会议纪要.docx", { heading: "安委会会议现场照片", sort: "照片", text: "图1" });
    expect(mapped.status).not.toBe("matched");
  });

  test.each(["危房解危进度", "村级入户登记表", "专家论证意见"])("放在条款文件夹里的%s是辅助材料：认条款，不当作要求的那份材料", (name) => {
    const mapped = mapRead(`住建局/二、重点行业领域专项整治/3.自建房安全专项整治/${name}.xlsx`, {
      heading: name,
      text: "序号 地点 责任人",
    });
    expect(tell(mapped)).toBe("matched S2-03");
  });

  test.each([
    ["名字什么也没说的", "扫描0001.xlsx", "危房解危进度"],
    ["名字和内容不是一回事的", "入户走访进度.xlsx", "危房解危进度"],
    ["是一种要求得到的材料、说的是别的事的", "食堂采购台账.xlsx", "食堂采购台账"],
    ["是公文、说的是别的事的", "信访维稳总结.docx", "信访维稳总结"],
    ["标题像是别的条款的", "燃气用户登记表.xlsx", "城镇燃气安全用户登记表"],
  ])("条款文件夹里，%s仍要人确认", (_which, name, heading) => {
    const mapped = mapRead(`住建局/二、重点行业领域专项整治/3.自建房安全专项整治/${name}`, { heading, text: "序号 地点 责任人" });
    expect(mapped.status).toBe("ambiguous");
  });

  test("文件名与内容一致的，照旧认定", () => {
    expect(tell(mapRead("应急局/2024年第一季度安委会全体会议纪要.pdf", minutes))).toBe("matched S1-03/minutes");
    expect(tell(mapRead("住建局/燃气安全专项整治方案.docx", gas))).toBe("matched S2-01/plan");
  });
});

test.each([
  "扫描0001",
  "微信图片_20240315",
  "新建文档",
  "1",
  "IMG_20240315_101530",
  "新建 Microsoft Word 文档 (2)",
  "mmexport1710468000123",
  "附件1",
  "文档1",
  "CamScanner 03-15-2024",
  "未命名",
  "扫描全能王 2024-03-15 10.15",
])("「%s」是没有内容的名字", (name) => expect(isGenericName(name)).toBe(true));
test.each(["会议纪要", "安委会", "燃气方案", "现场照片", "附件1责任书", "二季度纪要", "台账"])("「%s」说了些什么", (name) =>
  expect(isGenericName(name)).toBe(false),
);
