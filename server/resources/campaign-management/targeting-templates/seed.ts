import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { TargetingTemplateCreate } from './schema.ts'
import { createTargetingTemplate } from './service.ts'

/** Targeting templates of a seed, each of an ad account. */
export const targetingTemplateSeed = seedSection({
  name: 'targeting_templates',
  creation: TargetingTemplateCreate,
  shape: { ad_account: aliasOf('ad_accounts') },
  create({ world, named, parsed }, { ad_account, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const { id } = createTargetingTemplate(world, account, parsed(TargetingTemplateCreate, item))
    return { id, account }
  },
})
