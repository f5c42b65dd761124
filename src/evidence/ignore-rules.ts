import type { IgnoredFile } from "../model/evidence-file.ts";

type Reason = IgnoredFile["reason"];

/** Folders that a system, a browser or an archiver makes; nothing in them is evidence. Compared in lower case. */
const folders: Readonly<Record<string, Reason>> = {
  __macosx: "archive-litter",
  ".appledouble": "archive-litter",
  "$recycle.bin": "system",
  "system volume information": "system",
  "lost+found": "system",
  "@eadir": "system",
  "#recycle": "system",
  ".git": "system",
  ".svn": "system",
  ".trashes": "system",
  ".trash": "system",
  ".fseventsd": "system",
  ".temporaryitems": "temporary",
  ".~wps": "temporary",
};

/** By the file's own name, in lower case, first rule that fits. */
const names: readonly { readonly pattern: RegExp; readonly reason: Reason }[] = [
  { pattern: /^(?:thumbs|ehthumbs|ehthumbs_vista)\.db(?::encryptable)?$/u, reason: "system" },
  {
    pattern: /^(?:desktop\.ini|autorun\.inf|folder\.htt|\.ds_store|\.directory|\.localized|icon\r|\.volumeicon\.icns)$/u,
    reason: "system",
  },
  { pattern: /^\.(?:spotlight-v100|documentrevisions-v100|apdisk|nomedia|gitkeep|gitignore)$/u, reason: "system" },
  { pattern: /^\._/u, reason: "archive-litter" },
  { pattern: /^(?:~\$|\.~lock\.|\.~)/u, reason: "lock" },
  { pattern: /^~wr[a-z]\d*.*\.tmp$|^~wr[ldscofa]\d+/u, reason: "temporary" },
  { pattern: /\.(?:tmp|temp|asd|wbk|xlk|bak|swp|swo|etbak|wpsbak|dpsbak)$/u, reason: "temporary" },
  { pattern: /\.(?:crdownload|part|partial|download|downloading|td|xltd|aria2|opdownload|!ut)$/u, reason: "temporary" },
  { pattern: /^~.*~$|^\.nfs[0-9a-f]{8,}|^\.fuse_hidden/u, reason: "temporary" },
];

/** Any of them: nearly no name fits one, so that is asked first. */
const anyName = new RegExp(names.map(({ pattern }) => pattern.source).join("|"), "u");

/** Why a path below the evidence root is no evidence; undefined: it may be. */
export function ignoreReason(path: string): Reason | undefined {
  const segments = path.normalize("NFC").toLowerCase().split("/");
  const name = segments.pop() ?? "";
  for (const segment of segments) {
    const reason = Object.hasOwn(folders, segment) ? folders[segment] : undefined;
    if (reason !== undefined) return reason;
  }
  return !anyName.test(name) ? undefined : names.find(({ pattern }) => pattern.test(name))?.reason;
}
