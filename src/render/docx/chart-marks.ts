import type { BarChart } from "../../report/blocks.ts";
import { escapeXml, printableText } from "../ooxml/xml-text.ts";

/** All that the XML of a chart depends on but its words and numbers. */
export interface ChartShape {
  /** Columns; else horizontal bars, which have room for long names. */
  readonly upright: boolean;
  readonly categories: number;
  /** How many values each series has. */
  readonly series: readonly number[];
}

export function shapeOf({ categories, series }: BarChart): ChartShape {
  const upright = categories.length <= 8 && categories.every((category) => Array.from(category).length <= 6);
  return { upright, categories: categories.length, series: series.map(({ values }) => values.length) };
}

/** Words and numbers of a chart, the text for readers who cannot see it included. */
export interface ChartText extends BarChart {
  readonly description: string;
}

/** A chart of this shape that says marks instead of words and numbers. */
export function markedChart({ categories, series }: ChartShape): ChartText {
  return {
    title: mark("t", 0),
    description: mark("d", 0),
    categories: Array.from({ length: categories }, (_, index) => mark("c", index)),
    series: series.map((length, number) => ({
      name: mark("s", number),
      values: Array.from({ length }, (_, index) => firstNumber + number * 100_000 + index),
    })),
  };
}

/** From the private use area: no word of docx contains them. */
const mark = (kind: string, index: number): string => `\ue000${kind}${index}\ue001`;
/** Ten digits, 77, three for the series and five for the value. */
const firstNumber = 7_700_000_000;
const marks = /\ue000([tdcs])(\d+)\ue001|(?<=>)77(\d{3})(\d{5})(?=<)/g;

/** XML of a marked chart with the words and numbers of this one. In one pass, so that nothing in a name can be taken for a mark. */
export function filledMarks(xml: string, chart: ChartText): string {
  return xml.replace(marks, (_, kind: string | undefined, index: string, series: string, value: string) => {
    if (kind === undefined) return String(chart.series[Number(series)]?.values[Number(value)] ?? 0);
    return escapeXml(printableText(wordOf(kind, Number(index), chart)));
  });
}

function wordOf(kind: string, index: number, chart: ChartText): string {
  if (kind === "c") return chart.categories[index] ?? "";
  if (kind === "s") return chart.series[index]?.name ?? "";
  return kind === "t" ? chart.title : chart.description;
}
