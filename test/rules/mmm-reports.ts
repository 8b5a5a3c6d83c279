import { mmmReportCases as probeCases } from '#server/target/probe/cases/reports.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** Reports for marketing mix modeling: their days. */
export const mmmReportCases: readonly RuleCase[] = probed(probeCases)
