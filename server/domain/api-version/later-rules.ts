import type { RuleOverride } from '../rules/rule.ts'
import type { ApiVersion } from './versions.ts'

/** The rules that only a later version documents, by version: clients of that version send what they refuse. */
export const laterRules: Readonly<Record<ApiVersion, readonly string[]>> = {
  '5.23': ['campaign.budget.without-optimization'],
  '5.28': [],
}

/** What a world answers as, and what its calls are compared with. */
interface Versions {
  readonly api_version: ApiVersion
  readonly rehearse: ApiVersion | 'off'
}

/**
 * Returns the overrides of a world: rules that came after its version are off, unless a later version is rehearsed,
 * which would refuse what they do.
 */
export function overridesOf({ api_version, rehearse }: Versions): Readonly<Record<string, RuleOverride>> {
  if (rehearse !== 'off' && rehearse !== api_version) return {}
  return Object.fromEntries(laterRules[api_version].map((rule) => [rule, { off: true }]))
}
