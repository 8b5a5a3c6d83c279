import { adGroupBidCases as probeCases } from '#server/target/probe/cases/ad-group-bids.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** What is paid for, how bids are made, and what they are optimized for. */
export const adGroupBidCases: readonly RuleCase[] = probed(probeCases)
