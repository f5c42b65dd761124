import { Document, Packer, Paragraph } from "docx";
import { ChartRun } from "docx/charts";
import type { BarChart } from "../../report/blocks.ts";
import { type Parts, packAhead, unzipParts, zipParts } from "../ooxml/deterministic-zip.ts";
import { printableText } from "../ooxml/xml-text.ts";
import { type ChartShape, type ChartText, filledMarks, markedChart, shapeOf } from "./chart-marks.ts";
import type { PageFrame } from "./page-frame.ts";
import { mainPart, setXmlPart, xmlPart } from "./shell-parts.ts";

/** The XML that shows a chart, given the id of its relationship and the number of the drawing in the document. */
export type ChartDrawing = (relation: string, number: number) => string;

/** A chart as a package of its own: its part with the workbook behind it, and the drawing that shows it. */
export interface ChartPackage {
  readonly parts: Parts;
  readonly part: string;
  readonly drawing: ChartDrawing;
}

/** Told apart on a black-and-white print too. */
const colors = ["1F4E79", "A6A6A6", "5B9BD5", "404040"] as const;
const pixel = 15; // twips
const chartPart = "word/charts/chart1.xml";

/** A native, editable chart no larger than the text area. */
export async function chartPackage(chart: BarChart, frame: PageFrame): Promise<ChartPackage> {
  const skeleton = await skeletonOf(shapeOf(chart), frame);
  const text: ChartText = { ...chart, description: description(chart) };
  const parts = new Map(skeleton.parts);
  setXmlPart(parts, chartPart, filledMarks(xmlPart(parts, chartPart), text));
  for (const [name, workbook] of skeleton.workbooks) parts.set(name, zipParts(filledWorkbook(workbook, text)));
  return { parts, part: chartPart, drawing: anchored(filledMarks(skeleton.drawing, text)) };
}

/** A chart as the docx library draws it, with marks for its words and numbers. */
interface Skeleton {
  readonly parts: Parts;
  readonly workbooks: ReadonlyMap<string, Parts>;
  readonly drawing: string;
}

/** By shape and page: the library packs a whole document for a chart, and forty units have charts of much the same shape. */
const skeletons = new Map<string, Skeleton>();

async function skeletonOf(shape: ChartShape, frame: PageFrame): Promise<Skeleton> {
  const key = JSON.stringify([shape, frame]);
  const known = skeletons.get(key);
  if (known !== undefined) return known;
  const drawn = await drawSkeleton(shape, frame);
  skeletons.set(key, drawn);
  return drawn;
}

async function drawSkeleton(shape: ChartShape, frame: PageFrame): Promise<Skeleton> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- docx draws a ChartRun as any run; its types do not name it
  const children = [new Paragraph({ children: [chartRun(markedChart(shape), shape, frame)] })];
  const packed = unzipParts(new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] }))));
  const drawing = /<w:drawing>[\s\S]*?<\/w:drawing>/.exec(xmlPart(packed, mainPart))?.[0] ?? "";
  const kept = [...packed].filter(([name]) => /^(?:\[Content_Types\]|word\/(?:charts|embeddings)\/.*)\.(?:xml|rels|xlsx)$/.test(name));
  const parts = new Map(kept);
  // docx marks the language of a chart as English.
  setXmlPart(parts, chartPart, xmlPart(parts, chartPart).replaceAll('"en-US"', '"zh-CN"'));
  // The workbooks carry the clock in their zip dates, and are packed anew.
  const workbooks = new Map(kept.filter(([name]) => name.endsWith(".xlsx")).map(([name, bytes]) => [name, unzipParts(bytes)]));
  for (const workbook of workbooks.values()) packAhead(workbook);
  return { parts, workbooks, drawing };
}

function filledWorkbook(workbook: Parts, text: ChartText): Parts {
  const filled = new Map(workbook);
  for (const name of ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
    setXmlPart(filled, name, filledMarks(xmlPart(filled, name), text));
  return filled;
}

function chartRun({ title, description: altText, categories, series }: ChartText, shape: ChartShape, frame: PageFrame): ChartRun {
  const common = {
    title: { text: title, font: { size: 14, color: "000000" } },
    categories,
    series: series.map(({ name, values }, index) => ({ name, values, color: colors[index % colors.length] ?? colors[0] })),
    font: { name: "仿宋", color: "000000" },
    legend: { font: { size: 10.5 } },
    valueAxis: { font: { size: 10.5 } },
    categoryAxis: { font: { size: 10.5 } },
    dataLabels: { value: true, font: { size: 9 } },
    altText: { name: title, title, description: altText },
    chartArea: { border: "none" },
    transformation: size(shape, frame),
  } as const;
  if (shape.upright) return new ChartRun({ ...common, type: "column" });
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
function size({ upright, categories, series }: ChartShape, frame: PageFrame): { readonly width: number; readonly height: number } {
  const width = Math.floor((frame.width / pixel) * 0.96);
  const wanted = upright ? 320 : 90 + categories * (series.length * 14 + 8);
  return { width, height: Math.round(Math.min(wanted, (frame.height / pixel) * 0.85)) };
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
