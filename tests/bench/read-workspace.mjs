// Reads and validates a whole workspace: bank, plans, templates, teams and role documents; plans nothing. In a process of its own.
import { planJobs } from "../../dist/build/plan-jobs.js";
import { openShelf, profileRole, readWorkspace } from "../../dist/index.js";
import { findRoles } from "../../dist/workspace/workspace.js";

const [folder] = process.argv.slice(2);
const workspace = await readWorkspace(folder);
const shelf = openShelf(workspace);
const { roles } = await findRoles(folder);
const { jobs, refused, findings } = await planJobs(roles, [], shelf, { formats: ["html"], notes: "ruled" });
for (const { file, workshop } of jobs) profileRole(file, workshop.shelf);
console.log(
  JSON.stringify({
    questions: shelf.bank.questions.length,
    kits: jobs.length,
    errors: [
      ...workspace.findings,
      ...shelf.findings,
      ...findings,
      ...refused.flatMap((one) => one.findings),
    ].filter(({ severity }) => severity === "error").length,
  }),
);
