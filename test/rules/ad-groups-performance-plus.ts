import { adGroupPerformancePlusCases as probeCases } from '#server/target/probe/cases/ad-group-performance-plus.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** What a Performance+ campaign allows its ad groups. */
export const adGroupPerformancePlusCases: readonly RuleCase[] = probed(probeCases)
