import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { labelStatuses, NewLabel } from './schema.ts'
import { changeApplication, changeLabel, createLabel } from './service.ts'

/** The seed section of labels, with the campaigns that they are applied to. */
export const labelSeed = seedSection({
  name: 'labels',
  creation: NewLabel,
  shape: {
    ad_account: aliasOf('ad_accounts'),
    campaigns: z.array(aliasOf('campaigns')).default([]),
    status: z.enum(labelStatuses).optional(),
  },
  pull: {
    lists: [{ operation: 'labels/list', query: { entity_statuses: 'ACTIVE,ARCHIVED' } }],
    membership: {
      operation: 'labels/list',
      query: { entity_statuses: 'ACTIVE,ARCHIVED' },
      within: { section: 'campaigns', parameter: 'campaign_ids', most: 250 },
      field: 'campaign_ids',
    },
  },
  create({ world, named, parsed, stored }, { ad_account, campaigns, status, ...item }) {
    const { account } = named('ad_accounts', ad_account)
    const row = stored(createLabel(world, account, parsed(NewLabel, item)))
    for (const alias of campaigns) {
      const { violations } = changeApplication(world, account, 'labels/apply', row, named('campaigns', alias).id)
      if (violations.length > 0) stored({ violations })
    }
    if (status === 'ARCHIVED') stored(changeLabel(world, account, { id: row.id, status }))
    return { id: row.id, account }
  },
})
