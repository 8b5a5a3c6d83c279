import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ScheduleCreate } from './schema.ts'
import { createSchedule } from './service.ts'

/** The seed section of schedules, each of a campaign or an ad group. */
export const scheduleSeed = seedSection({
  name: 'schedules',
  creation: ScheduleCreate,
  suppliedByAlias: ['entity_id', 'entity_type'],
  shape: { campaign: aliasOf('campaigns').optional(), ad_group: aliasOf('ad_groups').optional() },
  pull: {
    lists: ['campaigns', 'ad_groups'].map((section) => ({
      operation: 'schedules/list',
      query: { order: 'ASCENDING' },
      within: { section, parameter: 'entity_ids', most: 250 },
    })),
    id: 'schedule_id',
    fields: ({ entity_id, entity_type, ...entity }) => ({
      ...entity,
      [entity_type === 'CAMPAIGN' ? 'campaign_id' : 'ad_group_id']: entity_id,
    }),
  },
  create({ world, named, parsed, stored, refuse }, { campaign, ad_group, ...item }) {
    if ((campaign === undefined) === (ad_group === undefined)) refuse('one of campaign and ad_group is required')
    const { id: entity_id, account } =
      campaign === undefined ? named('ad_groups', ad_group ?? '') : named('campaigns', campaign)
    const entity_type = campaign === undefined ? 'AD_GROUP' : 'CAMPAIGN'
    const row = stored(createSchedule(world, account, parsed(ScheduleCreate, { ...item, entity_id, entity_type })))
    return { id: row.id, account }
  },
})
