// Lines as role documents in six languages write them, read with the catalogue that is shipped. Expected is every skill of a line, in order.
// A concept is one skill in whatever language it is named; a longer name is never read as its opposite ("非关系型" is not relational).
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { allSkills } from "../../src/bank/question-bank.js";
import { readBank } from "../../src/bank/read-bank.js";
import { matchSkills } from "../../src/skills/match-skills.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";
import { readWorkspace } from "../../src/workspace/workspace.js";

const workspace = await readWorkspace(fileURLToPath(new URL("../../", import.meta.url)));
const index = buildSkillIndex(allSkills(readBank(workspace.questions).bank));

test.each<[string, string[]]>([
  // Chinese
  ["熟悉垃圾回收和泛型", ["Garbage collection", "Generics"]],
  ["熟悉服务治理、限流、负载均衡", ["Service governance", "Rate limiting", "Load balancing"]],
  ["掌握分库分表、存储过程、读写分离", ["Sharding", "Stored procedures", "Database replication"]],
  ["了解非关系型数据库", ["NoSQL"]],
  ["使用 Nacos、Dubbo 和 Seata", ["Nacos", "Apache Dubbo", "Seata"]],
  [
    "微信小程序、单页应用、响应式布局",
    ["WeChat mini programs", "Single-page applications", "Responsive design"],
  ],
  ["强化学习、目标检测与知识图谱", ["Reinforcement learning", "Object detection", "Knowledge graphs"]],
  // Japanese
  ["ドメイン駆動設計とクリーンアーキテクチャ", ["Domain-Driven Design", "Clean Architecture"]],
  ["全文検索、レコメンデーション", ["Full-text search", "Recommender systems"]],
  ["サーバーレスとオブザーバビリティ", ["Serverless", "Observability"]],
  ["トランザクション、シャーディング", ["Transactions", "Sharding"]],
  // German
  ["Lastverteilung und Fehlertoleranz", ["Load balancing", "Fault tolerance"]],
  ["Signalverarbeitung, statische Codeanalyse", ["Signal processing", "Static analysis"]],
  // French
  ["tolérance aux pannes, équilibrage de charge", ["Fault tolerance", "Load balancing"]],
  ["architecture orientée services", ["Service-oriented architecture"]],
  // Spanish
  [
    "programación orientada a eventos, programación reactiva",
    ["Event-driven programming", "Reactive programming"],
  ],
  ["bases de datos relacionales y no relacionales", ["Relational databases", "NoSQL"]],
  ["balanceo de carga, procedimientos almacenados", ["Load balancing", "Stored procedures"]],
  // English: what one vendor's list and one field's list hold
  [
    "Azure (VM Scale Sets, Container Apps, Stream Analytics)",
    ["Azure", "Azure Virtual Machine Scale Sets", "Azure Container Apps", "Azure Stream Analytics"],
  ],
  ["stubs, test doubles and page objects", ["Stubs", "Test doubles", "Page object model"]],
  ["two-phase commit and distributed locks", ["Distributed transactions", "Distributed locking"]],
  ["ACLs, X.509 and packet level analysis", ["Access control lists", "X.509", "Network traffic analysis"]],
  [
    "Microsoft Sentinel, Defender XDR, Defender for Office 365, Purview",
    [
      "Microsoft Sentinel",
      "Microsoft Defender XDR",
      "Microsoft Defender for Office 365",
      "Microsoft Purview",
    ],
  ],
  [
    "referential integrity, incremental models and backfills",
    ["Referential integrity", "Incremental loading", "Backfills"],
  ],
  ["flaky tests and golden datasets", ["Flaky tests", "Golden tests"]],
  ["cloud infrastructure security", ["Cloud security"]],
  ["基于 Kubernetes 开发过 operator", ["Kubernetes", "Kubernetes Operators"]],
  ["kernel porting, EEPROM and V4L2", ["Kernel porting", "EEPROM", "V4L2"]],
])("%s", (line, skills) => {
  expect(matchSkills(line, index).map(({ skill }) => skill.name)).toEqual(skills);
});
