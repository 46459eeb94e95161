// What the role is called, and what is no part of its name.
import { expect, test } from "vitest";
import { cleanTitle } from "../../src/role/clean-title.js";
import { readRole } from "../../src/role/read-role.js";
import { documentOf, index, roleOf } from "./role-of.js";

test.each([
  ["[Remote] Go Developer", "Go Developer"],
  ["SOC Engineer (9a1dd63c)", "SOC Engineer"],
  ["フロントエンドエンジニア募集要項", "フロントエンドエンジニア"],
])("%s is titled %s", (raw, title) => {
  expect(cleanTitle(raw).title).toBe(title);
});

test.each([
  ["Senior Python Developer Persona", "Senior Python Developer"],
  ["Persona: R Developer", "R Developer"],
  ["Job Description: Machine Learning Engineer", "Machine Learning Engineer"],
  ["🚀 Go Developer (m/w/d)", "Go Developer"],
  ["Web Developer * - Python", "Web Developer - Python"],
  ["Data Engineer - REQ-1234", "Data Engineer"],
  ["Data Engineer (Job ID: 99)", "Data Engineer"],
  ["We're hiring a Backend Engineer", "Backend Engineer"],
  ["QA Engineer - Remote", "QA Engineer"],
  ["PHP Developer (Conversational Spanish is mandatory)", "PHP Developer"],
  ["C++ Developer", "C++ Developer"],
  ["C# / .NET Engineer", "C# / .NET Engineer"],
])("%s is %s", (raw, title) => {
  expect(cleanTitle(raw).title).toBe(title);
});

test("what was taken off is told", () => {
  expect(roleOf("# Go Developer Persona\n").profile.titleReason).toBe(
    'first heading (line 1), without "Persona" (a kind of document)',
  );
});

test.each([
  ["---\nrole: Data Engineer\n---\n# Join us\n", "Data Engineer", "front matter (line 2)"],
  ["---\ntitle: jobs.titles.data\n---\n# Data Engineer\n", "Data Engineer", "first heading (line 4)"],
  ['---\ntitle: "{{ page.title }}"\n---\n# Data Engineer\n', "Data Engineer", "first heading (line 4)"],
  ["---\ntitle: node.js developer\n---\n# Join us\n", "node.js developer", "front matter (line 2)"],
  ["---\ntitle: Engineer: Data\n---\n# Join us\n", "Engineer: Data", "front matter (line 2)"],
  ["# Join us\n\n## Data Engineer\n", "Data Engineer", "first heading that names a role (line 3)"],
  ["## Responsibilities\n\n- x\n", "Backend Engineer", "file name"],
  ["**Data Engineer**\n\n## Tasks\n", "Data Engineer", "first bold line (line 1)"],
  ["## Overview\n\n**Position**: Data Engineer\n", "Data Engineer", 'line "Position" (line 3)'],
  [
    "## About the role\n\nWe are seeking a motivated and skilled Data Engineer to join us.\n",
    "Data Engineer",
    "first sentence that names the role (line 3)",
  ],
  ["The iOS Developer builds apps.\n", "iOS Developer", "first sentence that names the role (line 1)"],
])("%j", (text, title, reason) => {
  const { profile } = readRole(documentOf(text, "roles/backend-engineer.md"), index);
  expect([profile.title, profile.titleReason]).toEqual([title, reason]);
});
