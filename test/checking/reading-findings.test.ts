import { describe, expect, test } from "vitest";
import { checkFiles } from "../../src/checking/check-files.ts";
import { describeFileProblem, remedyFor } from "../../src/messages/file-problems.ts";
import type { ListedFile } from "../../src/model/evidence-file.ts";
import { type Reading, type ReadingFailure, readingFailures, unread } from "../../src/model/reading.ts";
import { assignments, day, listed, mapAll, sample } from "../mapping/sample.ts";

const path = "应急局/01党政领导责任/03定期研究部署安全生产/2024年3月5日安委会全体会议纪要.pdf";
const sound: Reading = { ...unread("pdf", "unsupported"), length: 300 };
Reflect.deleteProperty(sound, "failure");

function told(reading: Reading | undefined, file: ListedFile | string = path) {
  const readings = { of: () => reading, textOf: () => undefined };
  const { admissions, problems } = checkFiles(sample, assignments, mapAll([file]), day("2024-12-10"), readings);
  return { verdicts: admissions.map(({ verdict }) => verdict), problems: problems.get(path) ?? [] };
}

describe("材料内容读得出读不出", () => {
  const expected: Record<ReadingFailure, string> = {
    encrypted: "rejected",
    damaged: "rejected",
    "no-content": "rejected",
    bomb: "rejected",
    unreadable: "rejected",
    unsupported: "doubtful",
    "too-large": "doubtful",
    "timed-out": "doubtful",
    "out-of-memory": "doubtful",
  };

  test.each(readingFailures)("%s：不计入，或者等人来看，并且说清楚怎么办", (failure) => {
    const { verdicts, problems } = told(unread("pdf", failure));
    expect(verdicts).toEqual([expected[failure]]);
    expect(problems.map(({ code }) => code)).toEqual([failure]);
    for (const problem of problems) {
      expect(describeFileProblem(problem)).toMatch(/\p{Script=Han}[^。]*$/u);
      expect(remedyFor(problem)).toMatch(/^请[^。]+$/u);
    }
  });

  test("读得出的照常计入，没有读的也照常计入", () => {
    expect(told(sound)).toEqual({ verdicts: ["counts"], problems: [] });
    expect(told(undefined)).toEqual({ verdicts: ["counts"], problems: [] });
  });

  test("扩展名不对、带宏的计入，但要提醒", () => {
    const { verdicts, problems } = told({ ...sound, format: "docx", misnamed: true, macros: true });
    expect(verdicts).toEqual(["counts"]);
    expect(problems.map(describeFileProblem)).toEqual(["扩展名与内容不符，里面其实是Word 文档", "文件里带有宏"]);
  });

  test("空文件只说一遍", () => {
    expect(told(unread("unknown", "no-content"), listed(path, { bytes: 0 })).problems.map(({ code }) => code)).toEqual(["empty"]);
  });

  test("在压缩包里的路径指向包外的，要人来看", () => {
    const archive = { path: "应急局/资料.zip", entries: [], unsafeName: true };
    const { verdicts, problems } = told(sound, listed(path, { archive }));
    expect([verdicts, problems.map(({ code }) => code)]).toEqual([["doubtful"], ["unsafe-name"]]);
  });
});
