// Shortens the tests of src/role: text in, document or profile out.
import type { SourceDocument } from "../../src/document/document.js";
import { type ReadRoleOptions, readRole } from "../../src/role/read-role.js";
import { readRoleDocument } from "../../src/role/read-role-document.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";
import { catalogue } from "./catalogue.js";

export const index = buildSkillIndex(catalogue);

export function documentOf(text: string, path = "roles/sample.md"): SourceDocument {
  const { document } = readRoleDocument(path, new TextEncoder().encode(text));
  if (!document) throw new Error("not a document");
  return document;
}

export function roleOf(text: string, options?: ReadRoleOptions) {
  return readRole(documentOf(text), index, options);
}
