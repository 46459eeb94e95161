// In: the loop. Out: what the candidate is told: stages, length, format, what to prepare, how to ask for an adjustment.
// Never holds a question, an anchor, a question's title or a list of skills.
import { type Count, counted, type Duration } from "./figures.js";
import type { Loop, RoleHead } from "./loop.js";

export interface CandidateBriefModel {
  role: RoleHead;
  stageCount: Count;
  duration: Duration;
  fields: Record<"name" | "contact" | "reach", string>;
  stages: {
    number: number;
    title: string;
    duration: Duration;
    interviewer: string;
    prepare: string;
    candidateMinutes: number;
    when: string;
    where: string;
    who: string;
  }[];
}

/** Composes the candidate brief from the plan document alone: nothing of the bank enters it. */
export function composeCandidateBrief(loop: Loop): CandidateBriefModel {
  return {
    role: loop.role,
    stageCount: counted(loop.stages.length),
    duration: loop.duration,
    fields: { name: "candidate", contact: "contact", reach: "contact-address" },
    stages: loop.stages.map(({ name, id, duration, plan, split }) => ({
      number: name.number,
      title: name.title,
      duration,
      interviewer: plan.interviewer,
      prepare: plan.prepare,
      candidateMinutes: split.candidate,
      when: `${id}.when`,
      where: `${id}.where`,
      who: `${id}.who`,
    })),
  };
}
