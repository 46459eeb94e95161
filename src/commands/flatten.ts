// `interview-kit flatten <filled.pdf…>`: a plain copy of every filled form, values as content of the page, no fields.
import { KitError } from "../document/diagnostic.js";
import { browserTypesetter } from "../record/browser-typesetter.js";
import { isFilled, readFilledForm } from "../record/filled-form.js";
import { flattenForm, savePlain } from "../record/flatten-form.js";
import { copyPaths, placeRecord, readForm } from "../workspace/record-files.js";
import { warnOfGlyphs } from "./console.js";

export interface FlattenOptions {
  out?: string;
  browser?: string;
  force?: boolean;
}

/** Returns the exit code. */
export async function flattenCommand(paths: readonly string[], options: FlattenOptions): Promise<number> {
  const { typeset, lacking } = browserTypesetter(
    options.browser === undefined ? {} : { browser: options.browser },
  );
  const targets = copyPaths(paths, options.out);
  const forms = [];
  for (const path of paths) forms.push(await readFilledForm(path, await readForm(path)));
  const empty = forms.filter((form) => !isFilled(form)).map(({ name }) => name);
  if (empty.length > 0 && options.force !== true)
    throw new KitError(
      "unfilled-form",
      `nothing is filled in in ${empty.join(", ")}`,
      "Save the form in the reader in which you filled it in, or add --force for an empty copy.",
    );
  for (const [index, form] of forms.entries()) {
    const target = targets[index] ?? "";
    const plain = await flattenForm(form, typeset);
    await placeRecord(target, await savePlain(plain), options.force === true);
    process.stderr.write(`${form.name} → ${target}\n`);
  }
  warnOfGlyphs(lacking);
  return 0;
}
