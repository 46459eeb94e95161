// `interview-kit schema [name]`: JSON Schemas made from the shapes by which documents are read.
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { KitError } from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";
import { jsonSchema, type SchemaName, schemaNames } from "../exchange/json-schemas.js";
import { openShelf } from "../pipeline/shelf.js";
import { readWorkspace } from "../workspace/workspace.js";

export interface SchemaOptions {
  out?: string;
  names?: boolean;
}

/** Returns the exit code. */
export async function schemaCommand(
  root: string,
  name: string | undefined,
  options: SchemaOptions,
): Promise<number> {
  const known = schemaNames.find((one) => one === name);
  if (name !== undefined && !known) {
    const close = nearest(name, schemaNames);
    const hint = close === undefined ? `Known: ${schemaNames.join(", ")}` : `Did you mean "${close}"?`;
    throw new KitError("unknown-schema", `there is no schema "${name}"`, hint);
  }
  const bank = options.names ? openShelf(await readWorkspace(root)).bank : undefined;
  const textOf = (one: SchemaName) => `${JSON.stringify(jsonSchema(one, bank), null, 2)}\n`;
  if (options.out === undefined) {
    if (!known)
      throw new KitError(
        "missing-option",
        "more than one schema needs a folder",
        `Add --out <folder>, or name one of ${schemaNames.join(", ")}.`,
      );
    process.stdout.write(textOf(known));
    return 0;
  }
  const folder = resolve(root, options.out);
  await mkdir(folder, { recursive: true });
  for (const one of known ? [known] : schemaNames) {
    await writeFile(join(folder, `${one}.schema.json`), textOf(one));
    process.stdout.write(`${join(options.out, `${one}.schema.json`)}\n`);
  }
  return 0;
}
