import { Document, Packer, Paragraph } from "docx";
import { ChartRun } from "docx/charts";
import type { BarChart } from "../../report/blocks.ts";
import { type Parts, unzipParts, zipParts } from "../ooxml/deterministic-zip.ts";
import { printableText } from "../ooxml/xml-text.ts";
import type { PageFrame } from "./page-frame.ts";
import { mainPart, setXmlPart, xmlPart } from "./shell-parts.ts";

/** The XML that shows a chart, given the id of its relationship and the number of the drawing in the document. */
export type ChartDrawing = (relation: string, number: number) => string;

/** Charts as a package of their own: chart parts with their workbooks, and the drawing that shows each. */
export interface ChartPackage {
  readonly parts: Parts;
  readonly charts: readonly { readonly part: string; readonly drawing: ChartDrawing }[];
}

/** Told apart on a black-and-white print too. */
const colors = ["1F4E79", "A6A6A6", "5B9BD5", "404040"] as const;
const pixel = 15; // twips

/** Draws native, editable charts no larger than the text area, in a document that is then thrown away. */
export async function chartPackage(charts: readonly BarChart[], frame: PageFrame): Promise<ChartPackage> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- docx draws a ChartRun as any run; its types do not name it
  const children = charts.map((chart) => new Paragraph({ children: [chartRun(chart, frame)] }));
  const packed = unzipParts(new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] }))));
  const drawings = xmlPart(packed, mainPart).match(/<w:drawing>[\s\S]*?<\/w:drawing>/g) ?? [];
  const parts = settled(packed);
  return { parts, charts: drawings.map((drawing, index) => ({ part: `word/charts/chart${index + 1}.xml`, drawing: anchored(drawing) })) };
}

function chartRun(chart: BarChart, frame: PageFrame): ChartRun {
  const upright = chart.categories.length <= 8 && chart.categories.every((category) => Array.from(category).length <= 6);
  const categories = chart.categories.map(printableText);
  const series = chart.series.map(({ name, values }, index) => ({
    name: printableText(name),
    values,
    color: colors[index % colors.length] ?? colors[0],
  }));
  const title = printableText(chart.title);
  const common = {
    title: { text: title, font: { size: 14, color: "000000" } },
    categories,
    series,
    font: { name: "仿宋", color: "000000" },
    legend: { font: { size: 10.5 } },
    valueAxis: { font: { size: 10.5 } },
    categoryAxis: { font: { size: 10.5 } },
    dataLabels: { value: true, font: { size: 9 } },
    altText: { name: title, title, description: description(chart) },
    chartArea: { border: "none" },
    transformation: size(chart, upright, frame),
  } as const;
  if (upright) return new ChartRun({ ...common, type: "column" });
  // Horizontal bars start at the bottom; an official reads from the top.
  const categoryAxis = { ...common.categoryAxis, reverseOrder: true };
  return new ChartRun({ ...common, type: "bar", gapWidth: 50, categoryAxis, valueAxis: { ...common.valueAxis, crossesAt: "maximum" } });
}

/** For readers who cannot see it, and for WPS, which shows it when the chart does not load. */
function description(chart: BarChart): string {
  const rows = chart.series.map(
    ({ name, values }) => `${name}：${chart.categories.map((category, index) => `${category} ${values[index] ?? 0}`).join("，")}`,
  );
  return printableText(`${chart.title}。${rows.join("。")}`).slice(0, 500);
}

/** Pixels, whole: as wide as the text less a margin; as high as its bars need, at most most of a page. */
function size(chart: BarChart, upright: boolean, frame: PageFrame): { readonly width: number; readonly height: number } {
  const width = Math.floor((frame.width / pixel) * 0.96);
  const wanted = upright ? 320 : 90 + chart.categories.length * (chart.series.length * 14 + 8);
  return { width, height: Math.round(Math.min(wanted, (frame.height / pixel) * 0.85)) };
}

/** The embedded workbooks carry the clock in their zip dates; the chart carries an English language mark. */
function settled(packed: Map<string, Uint8Array>): Parts {
  for (const [name, bytes] of [...packed]) {
    if (name.endsWith(".xlsx")) packed.set(name, zipParts(unzipParts(bytes)));
    if (/^word\/charts\/chart\d+\.xml$/.test(name)) setXmlPart(packed, name, xmlPart(packed, name).replaceAll('"en-US"', '"zh-CN"'));
  }
  return packed;
}

/** Names its own namespaces: a shell from WPS need not. */
function anchored(drawing: string): ChartDrawing {
  const namespaces = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
  return (relation, number) =>
    drawing
      .replace("<w:drawing>", `<w:drawing ${namespaces}>`)
      .replace(/r:id="[^"]*"/, `r:id="${relation}"`)
      .replace(/<wp:docPr id="\d+"/, `<wp:docPr id="${number}"`);
}
