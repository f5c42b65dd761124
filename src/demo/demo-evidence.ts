import { agriculture } from "./content/agriculture.ts";
import { civilAffairs, education, health, police } from "./content/departments-fire.ts";
import { housing, market, transport } from "./content/departments-safety.ts";
import { builder, chemical, coach, gas, machinery } from "./content/enterprises.ts";
import { fireBrigade } from "./content/fire-brigade.ts";
import { copies, emptyFiles, strangerFolder, systemFiles } from "./content/litter.ts";
import { safetyControl } from "./content/safety-control.ts";
import { safetyDuty } from "./content/safety-duty.ts";
import { river, town } from "./content/townships.ts";
import type { DemoFile } from "./demo-file.ts";
import { writePaper } from "./formats/write-paper.ts";
import { settlePapers, type UnitPapers } from "./paper.ts";

const emergency: UnitPapers = {
  folder: "01应急局",
  issuer: "东明区应急管理局",
  code: "东应急",
  groups: { ...safetyDuty, ...safetyControl },
};

/** Every unit that handed something in. 区文化和旅游局 did not. */
const handedIn: readonly UnitPapers[] = [
  emergency,
  fireBrigade,
  agriculture,
  police,
  education,
  civilAffairs,
  health,
  housing,
  transport,
  market,
  town,
  river,
  gas,
  chemical,
  builder,
  coach,
  machinery,
  strangerFolder,
];

/** The evidence folders as people really make them; paths below evidence/. */
export async function demoEvidence(): Promise<readonly DemoFile[]> {
  const files: DemoFile[] = [];
  for (const paper of handedIn.flatMap(settlePapers)) files.push({ path: paper.path, bytes: await writePaper(paper) });
  const written = new Map(files.map((file) => [file.path, file.bytes]));
  for (const { from, to } of copies) {
    const bytes = written.get(from);
    if (bytes === undefined) throw new Error(`the demo copies a file that it does not write: ${from}`);
    files.push({ path: to, bytes });
  }
  for (const path of emptyFiles) files.push({ path, bytes: new Uint8Array() });
  for (const [path, content] of systemFiles) files.push({ path, bytes: new TextEncoder().encode(content) });
  return files;
}
