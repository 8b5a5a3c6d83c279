import { targetingTemplateCases as probeCases } from '#server/target/probe/cases/targeting-templates.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** Cases of the rules about targeting templates. */
export const targetingTemplateCases: readonly RuleCase[] = probed(probeCases)
