import type { Deliberate } from './difference.ts'
import { differentAnswers, stumbles } from './different-answers.ts'
import { differentRules } from './different-rules.ts'

/** All of them. */
export const deliberate: readonly Deliberate[] = [...differentRules, ...differentAnswers, ...stumbles]
