// The script that a previewed page runs, and no printed one: it listens for new pages, and shows what is wrong over the last good one.
// It is served as a file of its own, so that pages may run nothing else.

/** Where the script and its events are found; no page can have such a path. */
export const scriptPath = "/-/preview.js";
export const eventsPath = "/-/events";

export const pageScript = `"use strict";
(() => {
  const { edition } = document.currentScript.dataset;
  const host = document.createElement("div");
  host.id = "interview-kit-problems";
  const root = host.attachShadow({ mode: "open" });
  const sheet = document.createElement("style");
  sheet.textContent = \`
    section { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 2147483647; padding: 16px 24px;
      background: #1c1c1c; color: #fff; font: 15px/1.5 ui-sans-serif, system-ui, sans-serif; border-top: 6px solid #ff5f56; }
    h2 { margin: 0 0 8px; font-size: 17px; } ol { margin: 0; padding: 0; list-style: none; } li { padding: 6px 0; }
    code { font: 14px/1.5 ui-monospace, monospace; color: #ffd479; overflow-wrap: anywhere; } p { margin: 0 0 0 24px; color: #d0d0d0; white-space: pre-line; }
    @media print { section { display: none; } }\`;
  const box = document.createElement("section");
  box.setAttribute("role", "alert");
  root.append(sheet);
  const add = (parent, name, text) => {
    const node = document.createElement(name);
    node.textContent = text;
    parent.append(node);
    return node;
  };
  const show = (problems) => {
    box.remove();
    box.replaceChildren();
    if (problems.length === 0) { host.remove(); return; }
    add(box, "h2", problems.length === 1 ? "1 thing to mend; this is the last good page" : problems.length + " things to mend; this is the last good page");
    const list = add(box, "ol", "");
    for (const problem of problems) {
      const item = add(list, "li", "");
      add(item, "code", problem.path + ":" + problem.line + ":" + problem.column);
      item.append(" " + problem.code + ": " + problem.message);
      if (problem.hint) add(item, "p", problem.hint);
    }
    document.body.append(host);
    root.append(box);
  };
  const events = new EventSource("${eventsPath}?page=" + encodeURIComponent(location.pathname) + "&edition=" + edition);
  events.addEventListener("problems", (event) => show(JSON.parse(event.data)));
  events.addEventListener("reload", () => location.reload());
  addEventListener("pagehide", () => events.close());
})();
`;
