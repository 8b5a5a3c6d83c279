import type { TargetingSpec } from '#server/domain/ads/targeting.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import { targetingSpecRules } from '#server/domain/rules/targeting-rules.ts'

/** What a call does to a template. */
export interface TargetingTemplateFacts {
  readonly operation: string
  /** Given with an update: UPDATE or REMOVE. */
  readonly operation_type?: string
  /** The targeting that it would have. */
  readonly targeting_attributes?: TargetingSpec | null | undefined
}

/** Rules about a template; each refuses the request, which is about one template alone. */
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
