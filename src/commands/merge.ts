// `interview-kit merge <filled.pdf…> --out <file>`: one plain file for the records of one candidate.
import { browserTypesetter } from "../record/browser-typesetter.js";
import { readFilledForm } from "../record/filled-form.js";
import { savePlain } from "../record/flatten-form.js";
import { mergeForms } from "../record/merge-forms.js";
import { placeRecord, readForm } from "../workspace/record-files.js";
import { counted, warnOfGlyphs } from "./console.js";

export interface MergeOptions {
  out: string;
  browser?: string;
  force?: boolean;
}

/** Returns the exit code. */
export async function mergeCommand(paths: readonly string[], options: MergeOptions): Promise<number> {
  const { typeset, lacking } = browserTypesetter(
    options.browser === undefined ? {} : { browser: options.browser },
  );
  const forms = [];
  for (const path of paths) forms.push(await readFilledForm(path, await readForm(path)));
  const merged = await mergeForms(forms, typeset, options.force === true);
  const pages = merged.getPageCount();
  await placeRecord(options.out, await savePlain(merged), options.force === true);
  process.stderr.write(`${counted(forms.length, "form")}, ${counted(pages, "page")} → ${options.out}\n`);
  warnOfGlyphs(lacking);
  return 0;
}
