// The script that a previewed page runs, and no printed one: it listens for new pages, and shows what is wrong over the last good one.
// It is served as a file of its own, so that pages may run nothing else.

/**
 * Put into the head of a page. A packet takes longer to lay out than to make: sheets out of sight wait until those in sight are shown.
 * The script takes it away then, so that nothing stays different.
 */
export const outOfSightFirst = `<style id="interview-kit-later">@media screen { main > :is(.sheet, .flow) { content-visibility: auto; contain-intrinsic-size: auto 1000px; } }</style>`;

/** Where the script and its events are found; no page can have such a path. */
export const scriptPath = "/-/preview.js";
export const eventsPath = "/-/events";

export const pageScript = `"use strict";
(() => {
  const { edition } = document.currentScript.dataset;
  // What is at the top of the window stays there, over a reload and when more is laid out: an edit above it may be long.
  const blocks = () => [...document.querySelectorAll("main > *")];
  const topBlock = () => {
    const at = blocks().findIndex((block) => block.getBoundingClientRect().bottom > 0);
    return at < 0 || scrollY === 0 ? undefined : { at, top: blocks()[at].getBoundingClientRect().top };
  };
  const backTo = (place) => {
    const block = place && blocks()[place.at];
    if (block) scrollBy({ top: block.getBoundingClientRect().top - place.top, behavior: "instant" });
  };
  const left = JSON.parse(sessionStorage.getItem("interview-kit-place"));
  sessionStorage.removeItem("interview-kit-place");
  const kept = left && left.page === location.pathname ? left.place : undefined;
  backTo(kept);
  const { documentElement: html } = document;
  setTimeout(() => {
    // What came into sight meanwhile may have moved the page: the place that was left counts.
    const place = kept ?? topBlock();
    // Else the browser moves the page as well.
    html.style.overflowAnchor = "none";
    document.querySelector("#interview-kit-later")?.remove();
    backTo(place);
    setTimeout(() => html.style.removeProperty("overflow-anchor"), 200);
  }, 50);
  addEventListener("load", () => setTimeout(() => { history.scrollRestoration = "auto"; }, 500));
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
  events.addEventListener("reload", () => {
    history.scrollRestoration = "manual";
    sessionStorage.setItem("interview-kit-place", JSON.stringify({ page: location.pathname, place: topBlock() }));
    location.reload();
  });
  addEventListener("pagehide", () => events.close());
})();
`;
