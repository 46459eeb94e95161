// In: the Markdown files of a workspace and the folder they were read from. Out: the pictures that they ask for, by path, and what is wrong
// with them, at the line that asks. Follows no link out of the folder, and reads nothing that no file asks for.
import { readFile, realpath, stat } from "node:fs/promises";
import { join, posix, relative, sep } from "node:path";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import {
  mostPictureBytes,
  type Picture,
  type PictureFault,
  picturePath,
  readPicture,
  tooLarge,
} from "../picture/picture.js";
import { type PictureReference, pictureReferences } from "../picture/references.js";

export interface Pictures {
  /** By their path below the workspace. */
  byPath: Map<string, Picture>;
  findings: Diagnostic[];
}

/** Reads the pictures that the files ask for. */
export async function readPictures(root: string, files: readonly SourceFile[]): Promise<Pictures> {
  const byPath = new Map<string, Picture>();
  const findings: Diagnostic[] = [];
  for (const file of files) {
    for (const reference of pictureReferences(file)) {
      const report = ({ code, message, hint }: PictureFault) =>
        findings.push(diagnose(code, file.path, reference.at, message, hint));
      const misplaced = misplacement(file.path, reference);
      if (misplaced) report(misplaced);
      if (reference.alt === "") report(withoutWords);
      const found = picturePath(reference.address, posix.dirname(file.path));
      if ("fault" in found) {
        report(found.fault);
        continue;
      }
      if (byPath.has(found.path)) continue;
      const read = await readFrom(root, found.path);
      if ("fault" in read) report(read.fault);
      else byPath.set(found.path, read.picture);
    }
  }
  return { byPath, findings };
}

const withoutWords: PictureFault = {
  code: "missing-alt-text",
  message: "the picture has no words for those who cannot see it",
  hint: "Write what it shows between the brackets: ![three services around one queue](queue.svg)",
};

/** A question shows pictures in its exhibit; what is read aloud, and what is beside it, has none. */
function misplacement(path: string, { section }: PictureReference): PictureFault | undefined {
  const isQuestion = path.startsWith("questions/") && !/\/(?:team|competency)\.md$/.test(path);
  if (isQuestion ? section === "exhibit" : !path.endsWith("/competency.md")) return undefined;
  return {
    code: "misplaced-picture",
    message: "a picture stands where only its words are printed",
    hint: isQuestion ? "Move it below ## Exhibit." : "Delete it.",
  };
}

async function readFrom(root: string, path: string): Promise<{ picture: Picture } | { fault: PictureFault }> {
  const hint = "Put the picture there, or mend its name.";
  const missing = (message: string) => ({ fault: { code: "missing-picture" as const, message, hint } });
  try {
    const real = await realpath(join(root, path));
    const inside = relative(await realpath(root), real);
    if (inside.startsWith("..") || inside.split(sep)[0] === "")
      return missing(`${path} is a link that leads out of the workspace`);
    const { size } = await stat(real);
    return size > mostPictureBytes ? { fault: tooLarge(size) } : readPicture(await readFile(real));
  } catch {
    return missing(`there is no file ${path}`);
  }
}
