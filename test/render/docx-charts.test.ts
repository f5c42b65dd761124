import { strFromU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { chartPackage } from "../../src/render/docx/chart-parts.ts";
import { unzipParts } from "../../src/render/ooxml/deterministic-zip.ts";
import { unescapeXml } from "../../src/render/ooxml/xml-text.ts";
import type { BarChart } from "../../src/report/blocks.ts";

const frame = { width: 8_844, height: 12_756 };

function chart(name: string, values: readonly number[]): BarChart {
  const categories = values.map((_, index) => `${name}第${String(index + 1)}部分考核项目`);
  return {
    title: `${name}得分`,
    categories,
    series: [
      { name: `${name}应得分`, values },
      { name: "自评得分", values: values.map((value) => value / 2) },
    ],
  };
}

async function wordsOf(
  drawn: BarChart,
): Promise<{ readonly chart: readonly string[]; readonly table: readonly string[]; readonly alt: string }> {
  const { parts, part, drawing } = await chartPackage(drawn, frame);
  const workbook = unzipParts([...parts].find(([name]) => name.endsWith(".xlsx"))?.[1] ?? new Uint8Array());
  const text = (bytes: Uint8Array | undefined): string => strFromU8(bytes ?? new Uint8Array());
  const found = (xml: string, tag: string): readonly string[] =>
    [...xml.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([^<]*)</${tag}>`, "g"))].map((match) => unescapeXml(match[1] ?? ""));
  const [strings, cells] = [found(text(workbook.get("xl/sharedStrings.xml")), "t"), text(workbook.get("xl/worksheets/sheet1.xml"))];
  const table = [...cells.matchAll(/<c r="\w+"( t="s")?><v>([^<]*)<\/v>/g)].map(([, shared, value = ""]) =>
    shared === undefined ? value : (strings[Number(value)] ?? ""),
  );
  return { chart: [...found(text(parts.get(part)), "a:t"), ...found(text(parts.get(part)), "c:v")], table, alt: drawing("rId1", 1) };
}

function wanted({ title, categories, series }: BarChart): readonly string[] {
  return [title, ...series.flatMap(({ name, values }) => [name, ...categories, ...values.map(String)])];
}

describe("得分图", () => {
  test("形状相同的几张图，各写各的名称和数值，图后的数据表也一样", async () => {
    for (const one of [chart("教育局", [8, 9.5, 6.25]), chart("公安分局", [3, 0, 12.08]), chart("教育局", [1, 2])]) {
      const { chart: shown, table, alt } = await wordsOf(one);
      expect(shown).toEqual(wanted(one));
      expect([...table].sort()).toEqual([...new Set(wanted(one).slice(1)), ...repeated(wanted(one).slice(1), one)].sort());
      expect(alt).toContain(`descr="${one.title}。`);
    }
  });

  test("名称和数值长得像内部标记，也照原样写", async () => {
    const odd = chart("7700000000", [7_700_000_001, 7_700_100_000]);
    expect((await wordsOf(odd)).chart).toEqual(wanted(odd));
    const hostile = chart('<c:v>&"$1$&{{t0}}', [1, 2]);
    expect((await wordsOf(hostile)).chart).toEqual(wanted(hostile));
  });
});

/** Numbers stand in the table as often as in the chart; names once. */
function repeated(words: readonly string[], { series }: BarChart): readonly string[] {
  const rest = [...words];
  for (const word of new Set(words)) rest.splice(rest.indexOf(word), 1);
  const numbers = new Set(series.flatMap(({ values }) => values.map(String)));
  return rest.filter((word) => numbers.has(word));
}
