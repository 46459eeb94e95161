// The one script of a built site: it narrows the list of questions.html. Printed pages have none, and no page fetches any.
// The list is whole without it; its hash goes into the page, so that the page runs this and nothing else.
import { createHash } from "node:crypto";

export const searchScript = `"use strict";
(() => {
  const form = document.getElementById("search");
  const count = document.getElementById("count");
  const items = Array.from(document.querySelectorAll("#questions > li"), (node) => ({
    node,
    text: (node.textContent + " " + node.dataset.skills).toLowerCase(),
    ...node.dataset,
  }));
  const fields = ["q", "skill", "competency", "level", "kind"].map((name) => form.elements[name]);
  const values = () => Object.fromEntries(fields.map((field) => [field.name, field.value.trim().toLowerCase()]));
  const apply = () => {
    const { q, skill, competency, level, kind } = values();
    const words = q.split(/\\s+/).filter(Boolean);
    const skills = skill.split(/\\s*,\\s*/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const fits =
        (competency === "" || item.competency === competency) &&
        (kind === "" || item.kind === kind) &&
        (level === "" || item.levels.split(" ").includes(level)) &&
        skills.every((name) => item.skills.includes(name)) &&
        words.every((word) => item.text.includes(word));
      if (fits) shown++;
      if (item.node.hidden === fits) item.node.hidden = !fits;
    }
    const [before, between, after] = count.dataset.pattern.split("#");
    count.textContent = before + shown + between + items.length + after;
    const chosen = fields.filter((field) => field.value.trim() !== "").map((field) => [field.name, field.value.trim()]);
    const query = new URLSearchParams(chosen).toString();
    // Where a file may not change its own address, it works without.
    try { history.replaceState(null, "", query === "" ? location.pathname : "?" + query); } catch {}
  };
  const asked = new URLSearchParams(location.search);
  for (const field of fields) if (asked.has(field.name)) field.value = asked.get(field.name);
  form.hidden = false;
  let waiting = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(apply); };
  form.addEventListener("input", soon);
  form.addEventListener("reset", () => setTimeout(soon));
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  if (fields.some((field) => field.value !== "")) apply();
})();
`;

/** The script as a content security policy names it. */
export const searchScriptSource = `'sha256-${createHash("sha256").update(searchScript).digest("base64")}'`;
