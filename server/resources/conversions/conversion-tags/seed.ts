import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ConversionTagCreate, tagStatuses } from './schema.ts'
import { createConversionTag } from './service.ts'

/** The seed section of conversion tags, each of an ad account. */
export const conversionTagSeed = seedSection({
  name: 'conversion_tags',
  creation: ConversionTagCreate,
  shape: { ad_account: aliasOf('ad_accounts'), status: z.enum(tagStatuses).optional() },
  pull: {
    lists: [{ operation: 'conversion_tags/list' }],
    fields: ({ configs, ...entity }) => ({ ...(configs as object), ...entity }),
    isEmbedded: true,
  },
  create({ world, named, parsed }, { ad_account, status, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const { id } = createConversionTag(world, account, parsed(ConversionTagCreate, item), status)
    return { id, account }
  },
})
