// In: the files of rules/do-not-ask/, as the package ships them. Out: the topics that are not asked about. Prints nothing.
import type { Diagnostic } from "../document/diagnostic.js";
import { readDocument } from "../document/document.js";
import { readTopic, type Topic } from "../fairness/read-topic.js";
import { readShipped } from "../workspace/shipped.js";

/** Every topic, in order of its file. */
export async function readTopics(): Promise<{ topics: Topic[]; findings: Diagnostic[] }> {
  const files = (await readShipped("rules")).filter(({ path }) => path.startsWith("rules/do-not-ask/"));
  const topics: Topic[] = [];
  const findings: Diagnostic[] = [];
  for (const { path, bytes } of files) {
    const read = readDocument(path, bytes);
    findings.push(...read.findings);
    if (!read.document) continue;
    const { topic, findings: own } = readTopic(read.document);
    findings.push(...own);
    if (topic) topics.push(topic);
  }
  return { topics, findings };
}
