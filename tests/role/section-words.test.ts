// What headings announce in six languages, and which keys are facts about the opening.
import { expect, test } from "vitest";
import { announce, isMetadataKey } from "../../src/role/section-words.js";

test.each([
  ["Requirements", "required"],
  ["Basic (required) qualifications", "required"],
  ["Advanced (preferred) qualifications", "preferred"],
  ["You might be a good fit if", "required"],
  ["Who are you?", "required"],
  ["What will you do?", "duties"],
  ["Ideally, you have", "preferred"],
  ["Life at Acme", "nothing"],
  ["Our teams", "nothing"],
  ["Not a fit if", "nothing"],
  ["You might not be a good fit if", "nothing"],
  ["This role is not for you if", "nothing"],
  ["You should not apply if", "nothing"],
  ["Similar jobs", "nothing"],
  ["Our mission", "nothing"],
  ["Your mission", "duties"],
  ["You're a great fit if you", "required"],
  ["This role is for you if", "required"],
  ["You", "required"],
  ["Should", "preferred"],
  ["Tech", "tools"],
  ["Was wir von dir erwarten", "required"],
  ["Was dich bei uns erwartet", "nothing"],
  ["Dafür bieten wir dir", "nothing"],
  ["À propos du 9e bureau", "nothing"],
  ["やること", "duties"],
  ["职位亮点", "nothing"],
  ["2. Goals & Responsibilities", "duties"],
  ["Bonus Qualifications", "preferred"],
  ["Required Qualifications", "required"],
  ["What skills and experience do we look for?", "required"],
  ["You'll have", "required"],
  ["You will", "duties"],
  ["Tools & Technologies", "tools"],
  ["Core Knowledge Areas", "skills"],
  ["Work perks and benefits", "nothing"],
  ["Salary and location", "nothing"],
  ["About Acme", "nothing"],
  ["About the Role", "overview"],
  ["About you", "required"],
  ["Equal Opportunities", "nothing"],
  ["Communication Style", "style"],
  ["Anforderungen", "required"],
  ["Das bringst du mit", "required"],
  ["Wir bieten", "nothing"],
  ["Wünschenswert", "preferred"],
  ["Profil recherché", "required"],
  ["Vos missions", "duties"],
  ["À propos de nous", "nothing"],
  ["Requisitos", "required"],
  ["Deseable", "preferred"],
  ["必須スキル", "required"],
  ["歓迎スキル", "preferred"],
  ["福利厚生", "nothing"],
  ["任职要求", "required"],
  ["岗位职责", "duties"],
])("%s announces %s", (heading, kind) => {
  expect(announce(heading)?.kind).toBe(kind);
});

test.each(["Web Frameworks & APIs", "Performance", "Messaging", "Technical Leadership", "Cloud"])(
  "%s only names a topic",
  (heading) => {
    expect(announce(heading)).toBeUndefined();
  },
);

test.each([
  "Location",
  "Reports To",
  "Salary",
  "Team Size",
  "posted_at",
  "Standort",
  "Document ID",
  "Localización",
  "Rol",
  "勤務地",
])("%s is a fact about the opening", (key) => {
  expect(isMetadataKey(key)).toBe(true);
});

test.each(["Testing", "Cloud Platforms", "Education", "Collaboration", "job_requirements"])(
  "%s is none",
  (key) => {
    expect(isMetadataKey(key)).toBe(false);
  },
);
