import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { readBank } from "../../src/bank/read-bank.js";
import { readDocument } from "../../src/document/document.js";
import { bankAsJson } from "../../src/exchange/export-bank.js";
import { jsonSchema, type SchemaName, schemaNames } from "../../src/exchange/json-schemas.js";
import { composePacket } from "../../src/packet/compose-packet.js";
import { findRoles, readWorkspace } from "../../src/workspace/workspace.js";
import { packetInput } from "../packet/packet-fixture.js";

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
const validators = Object.fromEntries(schemaNames.map((name) => [name, ajv.compile(jsonSchema(name))]));

function faults(name: SchemaName, value: unknown): string[] {
  const validate = validators[name];
  // As a file would hold it: no undefined, no prototypes.
  const valid = validate?.(JSON.parse(JSON.stringify(value)));
  return valid
    ? []
    : (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const workspace = await readWorkspace(".");
const dataOf = ({ path, bytes }: { path: string; bytes: Uint8Array }) =>
  readDocument(path, bytes).document?.data;

describe("JSON Schemas", () => {
  it("accept the front matter of every shipped document", async () => {
    const competencies = workspace.questions.filter(({ path }) => path.endsWith("/competency.md"));
    const questions = workspace.questions.filter(({ path }) => !path.endsWith("/competency.md"));
    const { roles } = await findRoles(".");
    const all: [SchemaName, typeof questions][] = [
      ["question", questions],
      ["competency", competencies],
      ["plan", workspace.plans],
      ["role", roles],
      ["team", workspace.teams.flatMap(({ file }) => file ?? [])],
    ];
    for (const [name, files] of all) {
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect([file.path, faults(name, dataOf(file))]).toEqual([file.path, []]);
    }
  });

  it("accept a kit and an exported bank", () => {
    expect(faults("kit", composePacket(packetInput({})).kit)).toEqual([]);
    expect(faults("bank", bankAsJson(readBank(workspace.questions).bank))).toEqual([]);
  });

  it("refuse what the tool refuses", () => {
    const question = { skills: ["asyncio"], kind: "technical", levels: ["mid"], minutes: 10 };
    expect(faults("question", question)).toEqual([]);
    expect(faults("question", { ...question, kind: "riddle" })).toEqual([
      "/kind must be equal to one of the allowed values",
    ]);
    expect(faults("question", { ...question, minutes: "soon" })).toEqual(["/minutes must be integer"]);
    expect(faults("question", { ...question, skils: [] })).toEqual([" must NOT have additional properties"]);
    expect(faults("question", { kind: "technical" })).toHaveLength(3);
    expect(
      faults("competency", { title: "Ab", family: "people", skills: [{ name: "x", alias: [] }] }),
    ).not.toEqual([]);
    expect(faults("plan", { stages: [] })).not.toEqual([]);
    expect(faults("role", { weights: { Go: 900 } })).toEqual(["/weights/Go must be <= 100"]);
    const { kit } = composePacket(packetInput({}));
    expect(faults("kit", { ...kit, coverage: 2 })).toEqual(["/coverage must be <= 1"]);
    expect(faults("kit", { ...kit, schema: { ...kit.schema, version: 9 } })).toEqual([
      "/schema/version must be equal to constant",
    ]);
    expect(faults("kit", { ...kit, stages: undefined })).toEqual([" must have required property 'stages'"]);
  });

  it("describe every key that people write", () => {
    const bare: string[] = [];
    const walk = (name: string, node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const { properties } = node as { properties?: Record<string, { description?: string }> };
      for (const [key, value] of Object.entries(properties ?? {}))
        if (value.description === undefined) bare.push(`${name}.${key}`);
      for (const value of Object.values(node)) walk(name, value);
    };
    for (const name of ["question", "competency", "plan", "role", "team"] as const)
      walk(name, jsonSchema(name));
    expect(bare).toEqual([]);
  });

  it("offer the names of a bank where they belong", () => {
    const { bank } = readBank(workspace.questions);
    const strict = ajv.compile({ ...jsonSchema("question", bank), $id: "with-names" });
    const question = { skills: ["asyncio"], kind: "technical", levels: ["mid"], minutes: 10 };
    expect(strict(question)).toBe(true);
    expect(strict({ ...question, skills: ["asynkio"] })).toBe(false);
    expect(strict({ ...question, enemies: ["nobody"] })).toBe(false);
  });
});
