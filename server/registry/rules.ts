import type { RuleEntry } from '../domain/rules/rule.ts'
import { resources } from './resources.ts'

const loaded = await Promise.all(resources.map(({ rules }) => rules?.() ?? []))

/** All business rules. */
export const allRules: readonly RuleEntry[] = loaded.flat()
