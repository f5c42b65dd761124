import { expect, test } from "vitest";
import { countName, factName } from "../../../src/criteria/sentences/fact-name.ts";

test.each([
  ["森林火灾受害率不超过0.8‰，超过", "森林火灾受害率超过0.8‰"],
  ["企业底数清楚，一企一档，12分，档案抽查不全", "档案抽查不全"],
  ["护林员每日巡护，无记录的，每人", "护林员每日巡护，无记录"],
  ["未组建专业扑火队", "未组建专业扑火队"],
  ["每人", "每人"],
])("「%s」要填的是「%s」", (words, name) => {
  expect(factName(words)).toBe(name);
});

test.each([
  ["缺1次", "次", true, "缺的次数"],
  ["每少1条", "条", true, "少的条数"],
  ["迟报1次", "次", false, "迟报的次数"],
  ["人员每少1人", "人", true, "人员少的人数"],
  ["每学期至少1次，每少1次", "次", true, "每学期至少1次，少的次数"],
  ["每缺1个岗位", "个岗位", true, "缺的岗位数"],
  ["每少签1个村", "个", true, "少签的村数"],
  ["队员少于30人，", "人", true, "队员少于30人，少的人数"],
  ["发生责任性火灾", "起", false, "发生责任性火灾"],
])("「%s」数的是什么说得清楚", (words, unit, missed, name) => {
  expect(countName(words, unit, missed)).toBe(name);
});
