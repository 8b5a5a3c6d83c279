import type { TargetingSpec } from '#server/domain/ads/targeting.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import { targetingSpecRules } from '#server/domain/rules/targeting-rules.ts'

/** The facts that the rules of targeting templates evaluate. */
export interface TargetingTemplateFacts {
  readonly operation: string
  /** UPDATE or REMOVE in an update; absent in a creation. */
  readonly operation_type?: string
  /** The targeting of the changed template. */
  readonly targeting_attributes?: TargetingSpec | null | undefined
}

/** Rules about a template. Each refuses the request, which concerns one template. */
export const targetingTemplateRules: readonly Rule<TargetingTemplateFacts>[] = [
  {
    id: 'targeting_template.update.attributes',
    operations: ['targeting_template/update'],
    fields: ['targeting_attributes', 'operation_type'],
    refuses: 'request',
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'Invalid request: targeting_attributes is required with operation_type UPDATE.',
    violated: ({ operation_type, targeting_attributes }) => operation_type === 'UPDATE' && targeting_attributes == null,
  },
  ...targetingSpecRules('targeting_attributes').map(
    ({ name, message, sent, violated, ...rest }): Rule<TargetingTemplateFacts> => ({
      ...rest,
      id: `targeting_template.targeting.${name}`,
      operations: ['targeting_template/create', 'targeting_template/update'],
      fields: ['targeting_attributes'],
      refuses: 'request',
      message: `Invalid request: ${message}`,
      sent: ({ targeting_attributes }) => sent(targeting_attributes ?? {}),
      violated: ({ targeting_attributes }) => violated(targeting_attributes ?? {}),
    }),
  ),
]
