import type { ApiTarget } from '../profiles/target.ts'
import type { RuleOverride } from '../rules/rule.ts'
import type { ApiVersion } from './versions.ts'

/** The rules that only a later version documents, by version: clients of that version send what they refuse. */
export const laterRules: Readonly<Record<ApiVersion, readonly string[]>> = {
  '5.23': ['campaign.budget.without-optimization'],
  '5.28': [],
}

/**
 * Returns the overrides of a target: rules that came after its version are off, unless a later version is rehearsed,
 * which would refuse what they do.
 */
export function overridesOf({ api_version, rehearse }: ApiTarget): Readonly<Record<string, RuleOverride>> {
  if (rehearse !== 'off' && rehearse !== api_version) return {}
  return Object.fromEntries(laterRules[api_version].map((rule) => [rule, { off: true }]))
}
