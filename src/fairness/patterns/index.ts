// Every topic with the patterns that find it, by the code of its rule.

import { age } from "./age.js";
import { citizenship } from "./citizenship.js";
import { conviction } from "./conviction.js";
import { discharge } from "./discharge.js";
import { family } from "./family.js";
import { finances } from "./finances.js";
import { genetic } from "./genetic.js";
import { health } from "./health.js";
import { household } from "./household.js";
import { orientation } from "./orientation.js";
import { origin } from "./origin.js";
import { payHistory } from "./pay-history.js";
import { photograph } from "./photograph.js";
import { politics } from "./politics.js";
import { religion } from "./religion.js";
import { type CompiledTopic, compileTopic } from "./topic-pattern.js";
import { union } from "./union.js";

export const topicCodes = [
  "age-question",
  "citizenship-question",
  "conviction-question",
  "discharge-question",
  "family-question",
  "finances-question",
  "genetic-question",
  "health-question",
  "household-question",
  "orientation-question",
  "origin-question",
  "pay-history-question",
  "photograph-request",
  "politics-question",
  "religion-question",
  "union-question",
] as const;
export type TopicCode = (typeof topicCodes)[number];

export const topicPatterns: Record<TopicCode, CompiledTopic> = {
  "age-question": compileTopic(age),
  "citizenship-question": compileTopic(citizenship),
  "conviction-question": compileTopic(conviction),
  "discharge-question": compileTopic(discharge),
  "family-question": compileTopic(family),
  "finances-question": compileTopic(finances),
  "genetic-question": compileTopic(genetic),
  "health-question": compileTopic(health),
  "household-question": compileTopic(household),
  "orientation-question": compileTopic(orientation),
  "origin-question": compileTopic(origin),
  "pay-history-question": compileTopic(payHistory),
  "photograph-request": compileTopic(photograph),
  "politics-question": compileTopic(politics),
  "religion-question": compileTopic(religion),
  "union-question": compileTopic(union),
};
