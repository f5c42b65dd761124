import { expect, test } from "vitest";
import { readStandard } from "../../../src/criteria/sentences/read-standard.ts";

const clause = { points: 8, title: "校园周边安全", requirement: "" };

test("扣满4分的追加扣2分：扣满以后才追加，发生一处不追加", () => {
  const { rules, inputs } = readStandard("存在突出问题未整治的，每处扣1分，扣满4分的，追加扣2分。", clause);
  expect(rules).toMatchObject([
    { kind: "deduct_each", input: "count", each: 1, cap: 4 },
    { kind: "minus_extra", points: 2, input: "count", atLeast: 4 },
  ]);
  expect(inputs).toHaveLength(1);
});

test("前几起不扣的，从扣满的那一起追加", () => {
  const { rules } = readStandard("一般事故超过2起的，每超1起扣0.5分，扣满2分的，追加扣1分。", clause);
  expect(rules.find(({ kind }) => kind === "minus_extra")).toMatchObject({ input: "count", atLeast: 6 });
});
