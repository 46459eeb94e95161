import type { LoopPlan } from "../../src/assemble/interview-plan.js";
import type { Demand } from "../../src/match/demand.js";

export function planCase(number: number): { demand: Demand; plan: LoopPlan };
