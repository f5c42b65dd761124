// node bench/gather-once.mjs WORKSPACE [--fresh]: lists and reads the evidence once, nothing else. --fresh: without what earlier runs kept.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { gatherReadings } from "../dist/gathering/gather-readings.js";
import { listTree } from "../dist/io/list-tree.js";

const [workspace = ".", ...flags] = process.argv.slice(2);
const [root, cacheFolder] = [join(workspace, "evidence"), join(workspace, ".yingkao/readings")];
if (flags.includes("--fresh")) rmSync(cacheFolder, { recursive: true, force: true });
const listing = await listTree(root, () => undefined, { hash: false });
const signal = new AbortController().signal;
const { read } = await gatherReadings({ root, listing, isEvidence: () => true, cacheFolder, signal });
console.log(`${listing.files.length} 份，读了 ${read} 份`);
