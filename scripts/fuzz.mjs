// npm run fuzz -- [--target docx,pdf] [--seed 1] [--count 300] [--seconds 60] [--case 17]: damaged samples through every reader.
// Allowed is a Reading with or without a failure of the closed list. An exception, a hang, too much memory, a dead process or an answer of
// another shape is a finding: its seed and number are printed and a shortened file is written to fuzz-findings/. Exit code 1 when there is one.
import { fork } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { dice, mutateBytes, mutateParts } from "./hostile/mutate.mjs";
import { samples } from "./hostile/samples.mjs";

const { values } = parseArgs({
  options: {
    target: { type: "string" },
    seed: { type: "string", default: "1" },
    /** Cases a target. */
    count: { type: "string", default: "300" },
    /** Seconds a target. */
    seconds: { type: "string", default: "60" },
    /** Only this case, for looking at a finding again. */
    case: { type: "string" },
    /** Seconds of computing after which one case counts as hung (of waiting, six times as many: other programs may hold the cores). */
    hang: { type: "string", default: "20" },
  },
});
const targets = values.target === undefined ? Object.keys(samples) : values.target.split(",");
const unknown = targets.filter((target) => !(target in samples));
if (unknown.length > 0) {
  console.error(`没有这样的目标：${unknown.join("、")}。有：${Object.keys(samples).join("、")}`);
  process.exit(2);
}
const [seed, count, seconds, hang] = [values.seed, values.count, values.seconds, values.hang].map(Number);
const mostMemory = 600 * 2 ** 20;
const worker = fileURLToPath(new URL("hostile/fuzz-worker.mjs", import.meta.url));
const findingsFolder = fileURLToPath(new URL("../fuzz-findings/", import.meta.url));

/** A worker process and one question at a time. It is replaced after whatever it does not survive. */
function makeReader() {
  let child;
  const start = () =>
    new Promise((done) => {
      child = fork(worker, {
        serialization: "advanced",
        execArgv: ["--max-old-space-size=400"],
        stdio: ["ignore", "ignore", "pipe", "ipc"],
      });
      child.complaints = "";
      child.stderr.on("data", (piece) => (child.complaints = (child.complaints + piece).slice(-2000)));
      child.once("message", done);
      child.once("exit", done);
    });
  const stop = () => {
    child?.kill("SIGKILL");
    child = undefined;
  };
  const ask = async (bytes, name) => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) await start();
    return new Promise((done) => {
      const asked = child;
      const finish = (answer) => {
        clearTimeout(hung);
        clearInterval(watch);
        asked.removeAllListeners("message");
        asked.removeAllListeners("exit");
        if (answer.outcome === "hang" || answer.outcome === "memory" || answer.outcome === "died") stop();
        done(answer);
      };
      const computed = computedBy(asked.pid);
      const hangs = () => finish({ ok: false, outcome: "hang", detail: `算了 ${hang} 秒还没有答复` });
      const hung = setTimeout(hangs, hang * 6000);
      const watch = setInterval(() => {
        if (computedBy(asked.pid) - computed > hang) hangs();
        const used = residentOf(asked.pid);
        if (used > mostMemory) finish({ ok: false, outcome: "memory", detail: `${Math.round(used / 2 ** 20)} MB` });
      }, 50);
      asked.once("message", finish);
      asked.once("exit", (code, signal) => finish({ ok: false, outcome: "died", detail: `${code ?? signal}\n${asked.complaints}` }));
      asked.send({ bytes, name });
    });
  };
  return { ask, stop };
}

/** Bytes; 0 where the system does not tell. */
function residentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]) * 4096;
  } catch {
    return 0;
  }
}

/** Seconds of processor time; 0 where the system does not tell. */
function computedBy(pid) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1].split(" ").slice(11, 13).map(Number);
    return (user + system) / 100;
  } catch {
    return 0;
  }
}

function makeCase(target, number) {
  const die = dice(hashOf(`${seed} ${target} ${number}`));
  const sample = samples[target].make();
  const other = samples[die.one(Object.keys(samples))].make().bytes;
  const bytes = sample.contents === undefined ? mutateBytes(sample.bytes, die, other) : mutateParts(sample, die, other);
  // Some come under another name, as evidence does.
  const name = die.below(10) === 0 ? samples[die.one(Object.keys(samples))].name : samples[target].name;
  return { bytes, name };
}

function hashOf(text) {
  let hash = 2166136261;
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619) >>> 0;
  return hash;
}

/** Takes pieces out as long as the same thing still goes wrong; at most 60 tries. */
async function minimised(reader, { bytes, name }, outcome) {
  let best = bytes;
  let tries = outcome === "hang" ? 8 : 60;
  for (let piece = best.length >> 1; piece >= 1 && tries > 0; piece >>= 1)
    for (let at = 0; at < best.length && tries > 0; ) {
      tries--;
      const shorter = Buffer.concat([best.subarray(0, at), best.subarray(at + piece)]);
      if ((await reader.ask(shorter, name)).outcome === outcome) best = shorter;
      else at += piece;
    }
  return best;
}

async function report(reader, target, number, made, answer) {
  const small = await minimised(reader, made, answer.outcome);
  const extension = made.name.slice(made.name.lastIndexOf("."));
  mkdirSync(findingsFolder, { recursive: true });
  const file = `${findingsFolder}${target}-${seed}-${number}${extension}`;
  writeFileSync(file, small);
  console.log(
    `${target} --seed ${seed} --case ${number}：${answer.outcome}，${answer.detail}\n  最小的文件（${small.length} 字节，名称 ${made.name}）：${file}`,
  );
}

async function fuzz(target) {
  const reader = makeReader();
  const outcomes = new Map();
  const until = Date.now() + seconds * 1000;
  let [findings, ran] = [0, 0];
  const [first, last] = values.case === undefined ? [0, count] : [Number(values.case), Number(values.case) + 1];
  // A finding that keeps coming back is printed three times.
  for (let number = first; number < last && Date.now() < until && findings < 3; number++) {
    const made = makeCase(target, number);
    const answer = await reader.ask(made.bytes, made.name);
    ran++;
    outcomes.set(answer.outcome, (outcomes.get(answer.outcome) ?? 0) + 1);
    if (answer.ok) continue;
    findings++;
    await report(reader, target, number, made, answer);
  }
  reader.stop();
  const counts = [...outcomes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([outcome, times]) => `${outcome} ${times}`);
  console.log(`${target}：${ran} 例，${counts.join("，")}`);
  return findings;
}

let findings = 0;
for (const target of targets) findings += await fuzz(target);
console.log(findings === 0 ? `没有发现问题（种子 ${seed}）` : `发现 ${findings} 处（种子 ${seed}）`);
process.exitCode = findings === 0 ? 0 : 1;
