// node bench/recognise.mjs <folder of the add-on> <native|wasm> <picture> …: recognises each picture as the program does; one line of JSON.
import { readFileSync } from "node:fs";
import { loadRecogniser } from "../dist/recognition/load-recogniser.js";
import { extractOf } from "../dist/recognition/page-extract.js";
import { recognisePage } from "../dist/recognition/recognise-page.js";

const [folder, runtime, ...pictures] = process.argv.slice(2);
const recogniser = await loadRecogniser(folder, [runtime]);
if (recogniser === undefined) throw new Error(`识别组件在 ${runtime} 方式下起不来`);
const pages = [];
for (const picture of pictures) {
  const format = picture.endsWith(".png") ? "png" : "jpeg";
  const start = performance.now();
  const page = await recognisePage(recogniser, readFileSync(picture), format, 1);
  const ms = performance.now() - start;
  pages.push({
    ms,
    stamp: page.stamp,
    text: extractOf([page], { format })
      .blocks.map(({ text }) => text)
      .join("\n"),
  });
}
process.stdout.write(JSON.stringify({ runtime: recogniser.runtime, pages }));
