import { productReportCases as probeCases } from '#server/target/probe/cases/product-reports.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** Reports on products: their days, and what only some levels and breakdowns have. */
export const productReportCases: readonly RuleCase[] = probed(probeCases)
