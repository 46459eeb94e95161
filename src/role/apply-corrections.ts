// In: a profile as inferred and the corrections of its front matter. Out: the profile set right; corrections without effect become findings.
import type { Diagnostic } from "../document/diagnostic.js";
import { type Corrections, unmatched } from "./corrections.js";
import type { RoleProfile } from "./role-profile.js";

/** Drops, adds and weighs what the front matter says; `usedIgnores` are the ignored texts that stood in the document. */
export function applyCorrections(
  profile: RoleProfile,
  corrections: Corrections,
  path: string,
  usedIgnores: ReadonlySet<string>,
  findings: Diagnostic[],
): void {
  for (const { text, place } of corrections.ignore) {
    if (!usedIgnores.has(text)) findings.push(unmatched(path, place, `no section or line is "${text}"`));
  }
  for (const { name: dropped, place, unknown } of corrections.drop) {
    let isDropped = false;
    for (const requirement of [...profile.requirements]) {
      const kept = requirement.skills.filter((mention) => mention.skill !== dropped);
      if (kept.length === requirement.skills.length) continue;
      isDropped = true;
      requirement.skills = kept;
      if (requirement.alternatives) {
        requirement.alternatives = requirement.alternatives
          .map((group) => group.filter((name) => name !== dropped))
          .filter((group) => group.length > 1);
        if (requirement.alternatives.length === 0) delete requirement.alternatives;
      }
      if (kept.length > 0) continue;
      profile.requirements.splice(profile.requirements.indexOf(requirement), 1);
      const { line, text, section } = requirement;
      profile.unmapped.push({
        line,
        text,
        section,
        why: "not-a-demand",
        reason: `${dropped} is dropped in front matter`,
      });
    }
    if (!isDropped)
      findings.push(
        unknown ?? unmatched(path, place, `the document does not name ${dropped}, so it cannot be dropped`),
      );
  }
  for (const { skill, text, place } of corrections.add) {
    profile.requirements.push({
      line: place.line,
      text: `${skill.name} (added)`,
      section: "front matter",
      importance: "must",
      importanceReason: "added in front matter",
      skills: [{ skill: skill.name, competency: skill.competency, matched: text, line: place.line }],
    });
  }
  if (corrections.weights.length === 0) return;
  const demanded = new Set(
    profile.requirements.flatMap((requirement) =>
      requirement.skills.flatMap((mention) => [mention.skill, mention.competency]),
    ),
  );
  for (const { name, weight, place } of corrections.weights) {
    if (!demanded.has(name))
      findings.push(unmatched(path, place, `the document does not demand ${name}, so it has no weight`));
    else profile.weights = { ...profile.weights, [name]: weight };
  }
}
