import { expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { recordingEnvironment } from "../recording-environment.ts";

async function complaintOf(...argv: readonly string[]): Promise<string> {
  const { environment, complained } = recordingEnvironment("/");
  expect(await main(argv, environment)).toBe(2);
  return complained();
}

test("长选项写错，提示长选项，不提示单个字母", async () => {
  expect(await complaintOf("check", "--unti", "区教育局")).toContain("是不是要写「--unit」？");
  expect(await complaintOf("check", "--filed", "消防")).toContain("是不是要写「--field」？");
});

test("猜不出来的选项列出可用的长选项，不列 -h", async () => {
  for (const option of ["--什么", "-x"]) {
    const text = await complaintOf("check", option);
    expect(text).toContain("可用的有：");
    expect(text).toContain("--unit");
    expect(text).not.toMatch(/-h[、。」]/u);
  }
});
