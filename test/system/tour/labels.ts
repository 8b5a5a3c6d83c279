import type { TourCampaigns } from './campaigns.ts'
import type { TourClient } from './client.ts'

/** Creates, applies, archives and removes labels. */
export async function labelSteps(client: TourClient, account: string, campaigns: TourCampaigns): Promise<void> {
  const path = `${account}/labels`
  const { brand, scheduled, archived } = campaigns
  const created = await client.call(
    'labels are created',
    'POST',
    path,
    {
      labels: [
        { label_type: 'BRAND', value: 'Meadow' },
        { label_type: 'BRAND', value: 'Harbour' },
        { label_type: 'CUSTOM', value: 'Outdoor' },
      ],
    },
    { body: { labels: [{ status: 'ACTIVE' }, { value: 'Harbour' }, { label_type: 'CUSTOM' }], errors: [] } },
  )
  const [meadow, harbour, outdoor] = created.labels.map(({ id }: { id: string }) => id)

  await client.call(
    'a value is used once',
    'POST',
    path,
    { labels: [{ label_type: 'CUSTOM', value: 'Outdoor' }] },
    {
      body: { labels: [], errors: [{ data: { value: 'Outdoor', label_type: 'CUSTOM', status: 'ACTIVE' } }] },
      rules: 'label.value.unique',
    },
  )
  await client.call(
    'a label is applied; an archived campaign is told',
    'POST',
    `${path}/${meadow}/apply`,
    {
      entity_ids: [brand, archived],
    },
    {
      body: {
        entities_labels: [
          { entity_id: brand, entity_type: 'CAMPAIGN', label_id: meadow, status: 'ACTIVE' },
          { entity_id: archived, status: 'NULL' },
        ],
        errors: [{ error_messages: ['The provided campaign ID does not exist or is not accessible.'] }],
      },
      rules: 'label.apply.campaign',
    },
  )
  await client.call(
    'a campaign takes one brand',
    'POST',
    `${path}/${harbour}/apply`,
    { entity_ids: [brand] },
    {
      body: { entities_labels: [{ status: 'NULL' }] },
      rules: 'label.apply.one-brand',
    },
  )
  await client.call(
    'and custom labels beside it',
    'POST',
    `${path}/${outdoor}/apply`,
    { entity_ids: [brand, scheduled] },
    {
      body: { entities_labels: [{ status: 'ACTIVE' }, { status: 'ACTIVE' }], errors: [] },
    },
  )
  await client.call('labels are listed by campaign', 'GET', `${path}?campaign_ids=${brand}`, undefined, {
    body: { items: [{ id: meadow }, { id: outdoor }], bookmark: null },
  })
  await client.call(
    'a label is removed',
    'POST',
    `${path}/${meadow}/remove`,
    { entity_ids: [brand] },
    {
      body: { entities_labels: [{ status: 'ARCHIVED' }], errors: [] },
    },
  )
  await client.call(
    'it cannot be removed twice',
    'POST',
    `${path}/${meadow}/remove`,
    { entity_ids: [brand] },
    {
      body: { entities_labels: [{ status: 'NULL' }] },
      rules: 'label.remove.applied',
    },
  )
  await client.call(
    'a label is archived',
    'PATCH',
    path,
    { labels: [{ id: outdoor, status: 'ARCHIVED' }] },
    {
      body: { labels: [{ id: outdoor, status: 'ARCHIVED' }], errors: [] },
    },
  )
  await client.call('and not listed unless asked for', 'GET', `${path}?entity_statuses=ARCHIVED`, undefined, {
    body: { items: [{ id: outdoor }] },
  })
  await client.call(
    'the same campaign twice is refused',
    'POST',
    `${path}/${harbour}/apply`,
    { entity_ids: [brand, brand] },
    {
      status: 400,
      rules: 'label.apply.once',
    },
  )
  await client.call(
    'an unknown label is not found',
    'POST',
    `${path}/1/apply`,
    { entity_ids: [brand] },
    {
      status: 404,
      body: { code: 2 },
      rules: 'label.path',
    },
  )
}
