import { expect, test } from "vitest";
import { composeCatalogue } from "../../src/report/catalogue.ts";
import { citeFile } from "../../src/report/citation.ts";
import { scopedView } from "../../src/report/scoped-view.ts";
import { filesOf } from "../../src/report/scorecard-files.ts";
import { viewOf } from "../../src/report/view.ts";
import { readingsOf } from "../mapping/sample.ts";
import { workbookText } from "./plain-text.ts";
import { day, sampleFiles, sampleScorecard } from "./sample-scorecard.ts";

test("引用、目录和 scorecard.json 写同一个成文日期、标题和发文机关，都是材料自己写的", () => {
  const at = { kind: "paragraph", paragraph: 1 } as const;
  const quoted = <Value>(value: Value, text: string) => ({ value, text, at });
  const [path = ""] = sampleFiles.filter((name) => name.includes("纪要"));
  const heading = "东明区安全生产委员会2024年第一次全体会议纪要";
  const said = {
    heading,
    sort: "会议纪要",
    text: "会议研究部署安全生产工作。",
    issuedOn: quoted(day("2024-03-07"), "2024年3月7日"),
    issuedFrom: "signature",
    headIssuer: quoted("东明区安全生产委员会办公室", "东明区安全生产委员会办公室"),
  } as const;
  const view = viewOf(sampleScorecard({ readings: readingsOf({ [path]: said }) }));
  const file = view.files.get(path)?.mapping.file;
  if (file === undefined) throw new Error(path);
  expect(citeFile(view, "S1-01", file)).toContain("2024年3月7日");
  expect(workbookText(composeCatalogue(view.scorecard, "../evidence"))).toContain("2024年3月7日");
  const entry = [...filesOf(scopedView(view, { kind: "district" }))].find((each) => "path" in each && each.path === path);
  expect(entry).toMatchObject({ date: "2024-03-07", issuer: "东明区安全生产委员会办公室" });
});
