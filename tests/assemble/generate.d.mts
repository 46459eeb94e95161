import type { LoopPlan, StagePlan } from "../../src/assemble/interview-plan.js";
import type { Demand } from "../../src/match/demand.js";

export function randomFrom(seed: number): () => number;
export function integer(random: () => number, from: number, to: number): number;
export function oneOf<T>(random: () => number, list: readonly T[]): T;
export function generateDemand(count: number, seed: number): Demand;
export function stagePlan(id: string, change?: Partial<StagePlan>): StagePlan;
export function loopPlan(stages: StagePlan[], change?: Partial<LoopPlan>): LoopPlan;
