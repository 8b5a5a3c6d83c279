import { planningCases } from '#server/target/probe/cases/planning.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** Estimates of campaigns. */
export const campaignPlanCases: readonly RuleCase[] = probed(planningCases)
