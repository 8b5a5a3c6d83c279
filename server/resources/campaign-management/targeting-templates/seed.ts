import { accountSeed } from '#server/contracts/seed-section.ts'
import { TargetingTemplateCreate } from './schema.ts'
import { createTargetingTemplate } from './service.ts'

/** The seed section of targeting templates, each of an ad account. */
export const targetingTemplateSeed = accountSeed(
  'targeting_templates',
  TargetingTemplateCreate,
  createTargetingTemplate,
  { lists: [{ operation: 'targeting_template/list', query: { order: 'ASCENDING' } }] },
)
